import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tenants, users } from '../cloud/directory/contoso.ts';
import type { Place, Ran } from './host.ts';
import { typing } from './host.ts';
import { openProtectedPlace, passphrase } from './protected-place.ts';
import { shimFolder } from './shim-folder.ts';

let place: Place;
beforeAll(async () => {
  place = await openProtectedPlace();
});
afterAll(() => place.close());

const scope = 'https://management.core.windows.net//.default';

/** Azure Identity for JavaScript, in a process of its own; it prints the token, or the error's name and message. */
const javascript = (credential: string): string => `
  import { ${credential} } from '@azure/identity';
  const credential = new ${credential}(JSON.parse(process.argv[1]));
  const answer = await credential.getToken(process.argv[2]).catch((error) => error);
  console.log(answer.token ?? answer.name + ': ' + answer.message);`;

interface Ask {
  readonly tenant?: string;
  readonly subscription?: string;
  readonly program?: string;
}

type Client = (ask: Ask) => Promise<Ran>;

const environmentWith = async (folder?: string): Promise<NodeJS.ProcessEnv> => ({
  ...place.environment,
  PATH: `${folder ?? (await shimFolder())}:/usr/bin:/bin`,
  AZURE_TOKEN_CREDENTIALS: 'AzureCliCredential',
});

const inJavascript =
  (credential: string): Client =>
  async ({ tenant, subscription, program }) =>
    place.run(
      'env',
      [
        `--chdir=${join(import.meta.dirname, '../..')}`,
        process.execPath,
        ...['--input-type=module', '-e', javascript(credential)],
        JSON.stringify({ tenantId: tenant, subscription }),
        scope,
      ],
      await environmentWith(program),
    );

const inScript: Client = async ({ tenant, subscription, program }) =>
  place.run(
    '/bin/sh',
    [
      '-c',
      'TOKEN=$(az account get-access-token --query accessToken -o tsv "$@" 2>&1); echo "$TOKEN"',
      'sh',
      ...(tenant === undefined ? [] : ['--tenant', tenant]),
      ...(subscription === undefined ? [] : ['--subscription', subscription]),
    ],
    await environmentWith(program),
  );

describe.each<[string, Client]>([
  ["JavaScript's AzureCliCredential", inJavascript('AzureCliCredential')],
  ["JavaScript's DefaultAzureCredential", inJavascript('DefaultAzureCredential')],
  ['a shell script', inScript],
])('%s', (_, ask) => {
  test('is told that nobody is signed in', async () => {
    expect((await place.azimuth('account', 'clear')).code).toBe(0);
    expect((await ask({})).stdout).toMatch(/az login/);
  });

  test('gets a token, and the reason where a tenant wants a second factor', async () => {
    expect((await place.signIn(users.adele)).code).toBe(0);
    const { stdout } = await ask({});
    expect(place.cloud.issued.has(stdout.trim())).toBe(true);
    expect((await ask({ tenant: tenants.tailwind.id })).stdout).toMatch(/AADSTS50076|az login/);
  });

  test('is told that Azimuth is locked, as if nobody were signed in, so that a chain goes on', async () => {
    expect((await place.azimuth('lock')).code).toBe(0);
    const { stdout } = await ask({});
    expect((await typing(place, `${passphrase}\n`, 'unlock')).code).toBe(0);

    expect(stdout).toMatch(/az login/);
    expect(stdout).not.toMatch(/eyJ|AADSTS/);
    expect(place.cloud.issued.has((await ask({})).stdout.trim())).toBe(true);
  });

  test('is told in time where Azimuth does not run and can not be started', async () => {
    const alone = await shimFolder();
    const other = { AZIMUTH_HOME: join(alone, 'profile') };
    const before = place.environment['AZIMUTH_HOME'];
    Object.assign(place.environment, other);
    const { stdout } = await ask({ program: alone });
    Object.assign(place.environment, { AZIMUTH_HOME: before });
    expect(stdout).toMatch(/az login/);
  });
});

describe.each<[string, Client]>([
  ["JavaScript's AzureCliCredential", inJavascript('AzureCliCredential')],
  ['a shell script', inScript],
])('%s', (_, ask) => {
  test('gets a token of the subscription that it names, and is told of one that is not there', async () => {
    const known = await ask({ subscription: 'Contoso Development' });
    const unknown = await ask({ subscription: 'NoSuch' });

    expect(place.cloud.issued.has(known.stdout.trim())).toBe(true);
    expect(unknown.stdout).toContain("Subscription 'NoSuch' not found.");
  });
});
