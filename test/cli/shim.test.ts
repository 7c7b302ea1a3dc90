import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandTable } from '../../src/main/bridge/command-table.ts';
import type { Place, Ran } from './host.ts';
import { client, openPlace } from './host.ts';
import { otherAz, shimFolder, temporaryFolder } from './shim-folder.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await place.startHost();
});
afterAll(() => place.close());

/** What the system has besides any `az`. */
const system = '/usr/sbin:/sbin';

/** Runs `az` as a program does that looks for it on PATH, with nothing else in the environment but our profile. */
const az = (path: readonly string[], ...words: string[]): Promise<Ran> =>
  place.run('/bin/sh', ['-c', 'cd /bin && exec az "$@"', 'sh', ...words], {
    ...place.environment,
    PATH: path.join(':'),
  });

test('the script answers exactly what the table says that az answers', async () => {
  const text = await readFile(client, 'utf8');
  const [, answered = ''] = /^answered='\|(.*)\|'$/m.exec(text) ?? [];
  const names = commandTable.filter(({ az: known }) => known).map(({ name }) => name);
  expect(answered.split('|').toSorted()).toEqual([...names, '--version'].toSorted());
});

test('it speaks for an Azure CLI that Terraform takes', async () => {
  const shim = await shimFolder();
  const { code, stdout, stderr } = await az([shim, '/usr/bin', '/bin'], 'version', '-o=json');
  expect([code, stderr]).toEqual([0, '']);
  const [major = 0, minor = 0] = (JSON.parse(stdout)['azure-cli'] as string).split('.').map(Number);
  expect(major).toBe(2);
  expect(minor).toBeGreaterThanOrEqual(30);
  expect(Object.keys(JSON.parse(stdout))).toEqual([
    'azure-cli',
    'azure-cli-core',
    'azure-cli-telemetry',
    'extensions',
  ]);
  const text = await az([shim, '/usr/bin', '/bin'], '--version');
  expect(text.stdout).toMatch(/^azure-cli +2\.\d+\.\d+\n/);
});

test('what it does not answer goes to the next az, with every argument as it was, and its answer comes back', async () => {
  const other = await otherAz(`printf '[%s]' "$@"; echo "to stderr" >&2; exit 42`);
  const strange = ['it\'s "so"', 'two\nlines', '$(id)', '', '*', '--query', '[].name'];
  expect(await az([await shimFolder(), other, system], 'vm', 'list', ...strange)).toEqual({
    code: 42,
    stdout: ['vm', 'list', ...strange].map((word) => `[${word}]`).join(''),
    stderr: 'to stderr\n',
  });
});

test('it never takes itself for the next one: not a link to it, nor a copy, nor its own folder twice', async () => {
  const shim = await shimFolder();
  const linked = await temporaryFolder('azimuth-linked-');
  await symlink(join(shim, 'az'), join(linked, 'az'));
  const other = await otherAz('echo the real one');
  const path = [linked, shim, `${shim}/`, await shimFolder(), other, system];
  expect(await az(path, 'group', 'list')).toEqual({
    code: 0,
    stdout: 'the real one\n',
    stderr: '',
  });
});

test.each([[['vm', 'list'], 'az vm'] as const, [[], 'az'] as const])(
  'with no other az there is one clear line for %j',
  async (words, called) => {
    expect(await az([await shimFolder(), system], ...words)).toEqual({
      code: 2,
      stdout: '',
      stderr: `ERROR: '${called}' needs Azure CLI, and there is none on PATH: Azimuth answers only what is about accounts and tokens.\n`,
    });
  },
);
