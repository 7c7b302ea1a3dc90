import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { tenants, users } from '../cloud/directory/contoso.ts';
import { armScope } from '../cloud/protocol.ts';
import type { Place, Ran } from './host.ts';
import { typing } from './host.ts';
import { openProtectedPlace, passphrase } from './protected-place.ts';
import { shimFolder } from './shim-folder.ts';

/** Azure Identity for Python, as Debian has it, in a process of its own. */
const python = '/usr/bin/python3';

let place: Place;
beforeAll(async () => {
  place = await openProtectedPlace();
});
afterAll(() => place.close());

const script = `
import json, sys
from azure.identity import AzureCliCredential
try:
    print(AzureCliCredential(**json.loads(sys.argv[1])).get_token(sys.argv[2]).token)
except Exception as error:
    print(type(error).__name__ + ': ' + str(error))`;

async function askAz(
  options: object = {},
  shim?: string,
  profile = place.profile,
): Promise<string> {
  const words = ['-c', script, JSON.stringify(options), armScope];
  const { stdout } = await place.run(python, words, {
    ...place.environment,
    AZIMUTH_HOME: profile,
    PATH: `${shim ?? (await shimFolder())}:/usr/bin:/bin`,
  });
  return stdout.trim();
}

test("Python's AzureCliCredential gets a token through our az, or the reason why not", async () => {
  const nobody = await askAz();
  expect((await place.signIn(users.adele)).code).toBe(0);
  const token = await askAz();
  const secondFactor = await askAz({ tenant_id: tenants.tailwind.id });
  await place.azimuth('lock');
  const locked = await askAz();
  await typing(place, `${passphrase}\n`, 'unlock');

  expect([place.cloud.issued.has(token), place.cloud.issued.has(await askAz())]).toEqual([
    true,
    true,
  ]);
  expect([nobody, secondFactor, locked]).toEqual([
    expect.stringContaining('az login'),
    expect.stringMatching(/AADSTS50076|az login/),
    expect.stringMatching(/^(?!.*(?:eyJ|AADSTS)).*az login/),
  ]);
});

test("Python's AzureCliCredential is told in time where Azimuth does not run and can not be started", async () => {
  const alone = await shimFolder();
  expect(await askAz({}, alone, join(alone, 'profile'))).toMatch(/az login/);
});

test("Python's ManagedIdentityCredential gets a token on the SDK endpoint, and understands each refusal", async () => {
  expect((await place.signIn(users.adele)).code).toBe(0);
  const program = fileURLToPath(new URL('programs/ask-token.py', import.meta.url));
  const asked = [python, program, 'https://vault.azure.net/.default'];
  const anything = ['--audience', 'any', '--'];
  const said = ({ code, stdout, stderr }: Ran): unknown =>
    code === 0 && stderr === '' ? (JSON.parse(stdout) as unknown) : { code, stdout, stderr };

  expect([
    said(await place.azimuth('run', '--audience', 'key-vault', '--', ...asked)),
    said(await place.azimuth('run', '--audience', 'graph', '--', ...asked)),
    said(await place.azimuth('run', '--tenant', tenants.tailwind.id, ...anything, ...asked)),
    (await place.azimuth('run', '--subscription', 'NoSuch', '--', ...asked)).stderr,
  ]).toEqual([
    { aud: 'https://vault.azure.net', tid: tenants.contoso.id, requests: 1 },
    { error: expect.stringContaining('does not cover') as string, requests: 1 },
    { error: expect.stringContaining('AADSTS50076') as string, requests: 1 },
    expect.stringContaining("Subscription 'NoSuch' not found."),
  ]);

  expect((await place.azimuth('endpoint', 'on')).code).toBe(0);
  const variables = await place.azimuth('env', '--shell', 'json', ...anything.slice(0, -1));
  const shell = {
    ...place.environment,
    ...z.record(z.string(), z.string()).parse(JSON.parse(variables.stdout)),
  };
  const inShell = async (): Promise<unknown> => {
    const [program = '', ...words] = asked;
    return said(await place.run(program, words, shell));
  };
  await place.azimuth('lock');
  const locked = await inShell();
  await typing(place, `${passphrase}\n`, 'unlock');
  await place.azimuth('logout');
  const signedOut = await inShell();
  await place.azimuth('quit');

  expect([locked, signedOut, await inShell()]).toMatchObject([
    { error: expect.stringContaining('Azimuth is locked.') as string, requests: 1 },
    { error: expect.stringContaining('its account was signed out') as string, requests: 1 },
    { error: expect.stringContaining('Connection refused') as string },
  ]);
}, 120_000);
