import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { tenants, users } from '../cloud/directory/contoso.ts';
import { findLeaks } from '../leaks.ts';
import type { Place, Ran, Running } from './host.ts';
import { armScope } from '../cloud/protocol.ts';
import { client, openPlace, typing } from './host.ts';

const program = (name: string): string =>
  fileURLToPath(new URL(`programs/${name}`, import.meta.url));
const node = [process.execPath, program('ask-token.ts')];
const vault = 'https://vault.azure.net/.default';
const contoso = { aud: 'https://vault.azure.net', tid: tenants.contoso.id };

let place: Place;
/** Header secrets that the tests have seen, which must stand nowhere else. */
const headers = new Set<string>();

beforeAll(async () => {
  place = await openPlace();
  await place.startHost();
  await place.signIn(users.adele);
});

afterAll(async () => {
  const leaks = await findLeaks([...place.cloud.issued, ...headers], place.profile, place.printed);
  await place.close();
  expect(leaks).toEqual([]);
});

const said = ({ code, stdout, stderr }: Ran): unknown =>
  code === 0 && stderr === '' ? (JSON.parse(stdout) as unknown) : { code, stdout, stderr };

const grantsSchema = z.array(z.looseObject({ id: z.string(), name: z.string(), uses: z.number() }));

async function grants(): Promise<z.infer<typeof grantsSchema>> {
  const { stdout } = await place.azimuth('endpoint', 'list');
  return grantsSchema.parse(JSON.parse(stdout));
}

/** What `azimuth env` prints goes to no file and no log, so not into what is looked through either. */
async function variables(...words: string[]): Promise<Record<string, string>> {
  const { stdout, stderr, status } = spawnSync('sh', [client, 'env', '--shell', 'json', ...words], {
    env: place.environment,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const read = z.record(z.string(), z.string()).parse(JSON.parse(stdout));
  headers.add(read['IDENTITY_HEADER'] ?? '');
  return { ...read, ...z.record(z.string(), z.string()).parse(place.environment) };
}

const askWith = (environment: NodeJS.ProcessEnv, kind: string, scope = vault): Running =>
  place.run(process.execPath, [program('ask-token.ts'), kind, scope], environment);

test.each(['managed', 'default', 'msal'])(
  "a program's %s credential gets a token through azimuth run, with one request",
  async (kind) => {
    const words = ['run', '--audience', 'key-vault', '--', ...node, kind, vault];
    expect(said(await place.azimuth(...words))).toEqual({ ...contoso, requests: 1 });
  },
);

test('a program that was told to be a user-assigned identity is the person of the grant', async () => {
  const words = ['run', '--audience', 'key-vault', '--', ...node, 'managed', vault, 'some-client'];
  expect(said(await place.azimuth(...words))).toMatchObject(contoso);
});

test('what a grant does not cover is refused at once, with what to type instead', async () => {
  const ran = await place.azimuth('run', '--', ...node, 'default', vault);
  expect(said(ran)).toEqual({
    error: expect.stringMatching(
      /The grant 'node( \d+)?' does not cover https:\/\/vault\.azure\.net\. .* --audience https:\/\/vault\.azure\.net/,
    ) as string,
    requests: 1,
  });
});

test('a tenant that wants a second factor is refused at once, with the sign-in that helps', async () => {
  const tenant = tenants.tailwind.id;
  const ran = await place.azimuth('run', '--tenant', tenant, '--', ...node, 'managed', armScope);
  expect(said(ran)).toEqual({
    error: expect.stringMatching(
      new RegExp(`AADSTS50076.*azimuth login --tenant ${tenant}`),
    ) as string,
    requests: 1,
  });
});

test('arguments arrive as they were typed, and the exit code is the program’s', async () => {
  const words = ['a b', "it's", '"quoted"', 'two\nlines', '--help', '$HOME `x` \\', '', '*'];
  const ran = await place.azimuth(
    'run',
    '--',
    'sh',
    '-c',
    'printf "[%s]" "$@"; exit 42',
    '-',
    ...words,
  );
  expect(ran).toEqual({ code: 42, stdout: words.map((word) => `[${word}]`).join(''), stderr: '' });
});

test('a program that does not exist is said in one line, and leaves no grant', async () => {
  const { code, stderr } = await place.azimuth('run', '--', 'no-such-program');
  expect([code, stderr]).toEqual([127, "ERROR: The program 'no-such-program' was not found.\n"]);
  await expect.poll(grants, { timeout: 10_000 }).toEqual([]);
});

test('a signal reaches the program itself, and its grant ends with it', async () => {
  const running = place.azimuth('run', '--', 'sh', '-c', 'echo ready >&2; exec sleep 60');
  await running.said(/ready/);
  const during = await grants();
  running.child.kill('SIGTERM');
  const [, signal] = (await once(running.child, 'exit')) as [number | null, string | null];

  expect([signal, during]).toMatchObject(['SIGTERM', [{ name: 'sh', forCommand: true }]]);
  await expect.poll(grants, { timeout: 10_000 }).toEqual([]);
});

test('the secret is in the environment of the program, and never in an argument', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'azimuth-curl-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [log, curl] = [join(folder, 'arguments'), join(folder, 'curl')];
  const path = place.environment['PATH'] ?? '';
  await writeFile(
    curl,
    `#!/bin/sh\nprintf '%s\\n' "$@" >>'${log}'\nPATH='${path}' exec curl "$@"\n`,
  );
  await chmod(curl, 0o755);
  const look = `
    const { readdirSync, readFileSync } = require('node:fs');
    const secret = process.env.IDENTITY_HEADER;
    const read = (file) => { try { return readFileSync(file, 'utf8'); } catch { return ''; } };
    const seen = readdirSync('/proc').filter((pid) => read('/proc/' + pid + '/cmdline').includes(secret));
    console.log(JSON.stringify([secret.length, seen, read(${JSON.stringify(log)}).includes(secret)]));`;
  const words = ['run', '--', process.execPath, '-e', look];
  const environment = { ...place.environment, PATH: `${folder}:${path}` };
  const { stdout } = await place.run('sh', [client, ...words], environment);

  expect([JSON.parse(stdout), await readFile(log, 'utf8')]).toEqual([
    [43, [], false],
    expect.stringContaining('--unix-socket'),
  ]);
});

test('the endpoint is closed again once the last command has ended', async () => {
  await expect
    .poll(async () => JSON.parse((await place.azimuth('endpoint', 'status')).stdout) as unknown, {
      timeout: 10_000,
    })
    .toMatchObject({ state: 'off', address: null, grants: 0 });
  expect(await place.azimuth('env')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining("'azimuth endpoint on'") as string,
  });
});

test('a grant for a shell works until it is revoked; then the program is told so at once', async () => {
  await place.azimuth('endpoint', 'on');
  const environment = await variables('--audience', 'key-vault', '--name', 'My shell');
  const before = await askWith(environment, 'default');
  const listed = await grants();
  const revoked = await place.azimuth('endpoint', 'revoke', '--grant', 'my shell');
  const after = await askWith(environment, 'default');

  expect([said(before), listed, revoked.code, said(after)]).toMatchObject([
    contoso,
    [{ name: 'My shell', uses: 1 }],
    0,
    { error: expect.stringContaining("The grant 'My shell' is revoked.") as string, requests: 1 },
  ]);
});

test('a grant has a name of its own, and its end can be moved by that name', async () => {
  const first = await place.azimuth('endpoint', 'grant', '--name', 'Orders');
  const second = await place.azimuth('endpoint', 'grant', '--name', 'orders');
  const unnamed = [
    await place.azimuth('endpoint', 'grant'),
    await place.azimuth('endpoint', 'grant'),
  ];
  const update = (...words: string[]) => place.azimuth('endpoint', 'update', ...words);
  const longer = await update('--grant', 'orders', '--expires', '2d');
  const refused = await Promise.all([
    update('--grant', 'orders', '--expires', '8d'),
    update('--grant', 'orders', '--expires', 'soon'),
    update('--grant', 'nobody', '--expires', '1h'),
  ]);
  const minutesOf = ({ stdout }: Ran): number => {
    const [grant] = z
      .array(z.looseObject({ createdAt: z.string(), expiresAt: z.string() }))
      .parse(JSON.parse(stdout));
    return Math.floor(
      (Date.parse(grant?.expiresAt ?? '') - Date.parse(grant?.createdAt ?? '')) / 60_000,
    );
  };

  expect([
    minutesOf(first),
    second.code,
    second.stderr,
    refused.map(({ stderr }) => stderr),
  ]).toEqual([
    480,
    1,
    'ERROR: There is a grant “orders” already. Choose another name.\n',
    [
      'ERROR: A grant lasts at most 7 days.\n',
      "ERROR: 'soon' is no span of time. Write minutes, or such as 30m, 8h or 2d.\n",
      "ERROR: There is no grant 'nobody'.\n",
    ],
  ]);
  expect(minutesOf(longer)).toBeGreaterThanOrEqual(2 * 24 * 60);
  expect(unnamed.map(said)).toMatchObject([[{ name: 'Terminal' }], [{ name: 'Terminal 2' }]]);
  await place.azimuth('endpoint', 'revoke', '--grant', 'orders', 'Terminal', 'terminal 2');
  expect((await grants()).filter(({ name }) => /orders|terminal/i.test(name))).toEqual([]);
});

/** A person or a program answers at stdin; nobody, where there is nothing to read. */
function endpointOn(input: string, ...words: string[]): unknown {
  const door = ['--address', '127.0.0.2', '--allow-host', 'host.docker.internal'];
  const { status, stdout, stderr } = spawnSync(
    'sh',
    [client, 'endpoint', 'on', ...door, ...words],
    { env: place.environment, input, encoding: 'utf8' },
  );
  return status === 0 ? (JSON.parse(stdout) as unknown) : stderr;
}

test('containers are let in only after a warning and a yes, and shut out by the next endpoint on', async () => {
  const nobody = endpointOn('');
  const asked = endpointOn('y\n');
  const environment = await variables('--audience', 'key-vault', '--name', 'Container');
  const { IDENTITY_ENDPOINT: address = '' } = environment;
  const port = new URL(address).port;
  const inside = { ...environment, IDENTITY_ENDPOINT: address.replace('127.0.0.1', '127.0.0.2') };
  const ran = await askWith(inside, 'managed');
  const shut = JSON.parse((await place.azimuth('endpoint', 'on')).stdout) as unknown;
  const after = await fetch(inside.IDENTITY_ENDPOINT).catch(() => 'nobody listens');
  const open = {
    listensAt: `127.0.0.2:${port}`,
    address: `http://host.docker.internal:${port}/msi/token`,
  };

  expect([nobody, asked, said(ran), shut, after]).toMatchObject([
    expect.stringMatching(
      /Only the secret of a grant keeps them out.*ERROR: Nothing was opened\./s,
    ),
    { containers: open },
    contoso,
    { containers: null },
    'nobody listens',
  ]);
  expect(endpointOn('', '--yes')).toMatchObject({ containers: open });
});

test('many programs at once are one request to Entra ID', async () => {
  const environment = await variables('--audience', 'storage', '--name', 'Crowd');
  const minted = (): number =>
    place.cloud.requests.filter(({ path }) => path.endsWith('/token')).length;
  const before = minted();
  const all = await Promise.all(
    [1, 2, 3, 4].map(() => askWith(environment, 'msal', 'https://storage.azure.com/.default')),
  );

  expect([all.map(said), minted() - before]).toEqual([
    Array.from({ length: 4 }, () => ({
      aud: 'https://storage.azure.com',
      tid: tenants.contoso.id,
      requests: 1,
    })),
    1,
  ]);
});

const kinds = ['managed', 'default', 'msal'];

test('while Azimuth is locked programs are told so at once, whatever credential they use', async () => {
  const environment = await variables('--audience', 'key-vault');
  const set = spawnSync('sh', [client, 'passphrase', 'set'], {
    env: place.environment,
    input: 'a long passphrase\na long passphrase\n',
  });
  await place.azimuth('lock');
  const ran = await Promise.all(kinds.map((kind) => askWith(environment, kind)));

  expect([set.status, ran.map(said)]).toEqual([
    0,
    kinds.map(() => ({
      error: expect.stringContaining('Azimuth is locked. Unlock it first.') as string,
      requests: 1,
    })),
  ]);
});

test('signed out, or without Azimuth, programs are told so, whatever credential they use', async () => {
  expect((await typing(place, 'a long passphrase\n', 'unlock')).code).toBe(0);
  const environment = await variables('--audience', 'key-vault', '--name', 'Last');
  expect((await place.azimuth('logout')).code).toBe(0);
  const signedOut = await Promise.all(kinds.map((kind) => askWith(environment, kind)));
  expect((await place.azimuth('quit')).code).toBe(0);
  // Inside of DefaultAzureCredential the same managed identity is tried for longer.
  const alone = await Promise.all(['managed', 'msal'].map((kind) => askWith(environment, kind)));

  expect(signedOut.map(said)).toEqual(
    kinds.map(() => ({
      error: expect.stringContaining(
        "The grant 'Last' ended when its account was signed out. Make a grant",
      ) as string,
      requests: 1,
    })),
  );
  expect(alone.map(said)).toMatchObject([
    { error: expect.stringContaining('Network unreachable') as string },
    { error: expect.stringContaining('fetch failed') as string },
  ]);
}, 60_000);
