import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { managedIdentities } from '../cloud/directory/managed-identities.ts';
import { ownPlace } from './own-place.ts';

/** A place on a machine of Azure Arc, whose agent writes its keys into a folder. */
async function openOnArc() {
  const place = await ownPlace();
  const keyFolder = await mkdtemp(join(tmpdir(), 'azimuth-arc-'));
  onTestFinished(() => rm(keyFolder, { recursive: true }));
  const machine = await place.cloud.startMachine({
    kind: 'azure-arc',
    keyFolder,
    systemAssigned: managedIdentities.buildAgent,
  });
  return { place, keyFolder, machine };
}

test('Azure Arc believes who can read its key file', async () => {
  const { place, keyFolder, machine } = await openOnArc();
  // The agent's folder, seen by this program only: in a mount namespace of its own.
  const tokens = '/var/opt/azcmagent/tokens';
  const script = `mount -t tmpfs none /var/opt && mkdir -p ${tokens} && mount --bind "$0" ${tokens} && exec "$@"`;
  await place.startHost(machine.environment, ['unshare', '-m', 'sh', '-c', script, keyFolder]);
  const { stdout } = await place.azimuth('login', '--identity');

  expect(JSON.parse(stdout)).toMatchObject([
    { name: 'Contoso Development', user: { assignedIdentityInfo: 'MSI' } },
  ]);
  expect(machine.answers.slice(0, 2)).toEqual([
    'GET /metadata/identity/oauth2/token 401',
    'GET /metadata/identity/oauth2/token 200',
  ]);
});

test('Azure Arc turns away who can not read its key file', async () => {
  const { place, machine } = await openOnArc();
  await place.startHost(machine.environment);
  const { stderr } = await place.azimuth('login', '--identity');
  expect(stderr).toMatch(/^ERROR: Azure Arc .*can not read.*“himds”/);
});
