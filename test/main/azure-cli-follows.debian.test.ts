import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Core } from '../../src/main/core/core.ts';
import { initialState } from '../../src/main/core/initial-state.ts';
import type { Store } from '../../src/main/core/store.ts';
import { createStore } from '../../src/main/core/store.ts';
import { openAzureCliFolder } from '../../src/main/storage/azure-cli-folder.ts';
import { systemClock } from '../../src/main/system-clock.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import type { AzureCli } from '../cloud/azure-cli.ts';
import { withAzureCli } from '../cloud/azure-cli.ts';
import { enterCode } from '../cloud/enter-code.ts';
import type { Cloud, User } from '../cloud/start.ts';
import { connectAll, createMemoryVault, simulatedCloud } from './azure/simulated-azure.ts';
import { createProduct } from './core/product.ts';

const entrySchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  user: z.object({ name: z.string(), type: z.string() }),
});

/** Azimuth with its real adapters, in a cloud that has the public one's name and is simulated. */
async function openAzimuth(cloud: Cloud, folder: string) {
  const known = simulatedCloud(cloud, 'AzureCloud');
  const vault = createMemoryVault();
  const store = createStore(
    initialState(
      { version: '0', host: 'headless', restored: false },
      { current: known.name, known: [known] },
      { ...defaultSettings, azureCliFollows: true },
      { kind: 'memory', reason: '' },
    ),
  );
  const { core } = createProduct(
    { store },
    {
      ...connectAll(() => [known], vault),
      vault,
      azureCli: openAzureCliFolder(join(folder, '.azure')),
      clock: systemClock,
    },
  );
  await core.start();
  return { core, store };
}

interface Azimuth {
  readonly core: Core;
  readonly store: Store;
}

async function signIn({ core, store }: Azimuth, cloud: Cloud, user: User): Promise<void> {
  const unsubscribe = store.subscribe(({ changed }) => {
    if (changed.signIn?.kind === 'code') void enterCode(cloud, changed.signIn.userCode, user);
  });
  const done = await core.run('sign-in', { method: 'device-code' }, 'cli');
  unsubscribe();
  if (!done.ok) throw new Error(done.problem.message);
  await core.run('refresh', { accountKey: done.value.accountKey }, 'cli');
}

/** Chooses a subscription by its id, as a user reaches it. */
async function choose({ core, store }: Azimuth, id: string, user: User): Promise<void> {
  const { accounts, subscriptions } = store.state();
  const account = accounts.find(({ username }) => username === user.username);
  const found = subscriptions.find(
    (one) => one.subscriptionId === id && one.accountKey === account?.key,
  );
  expect(await core.run('choose-default', { subscriptionKey: found?.key }, 'window')).toEqual({
    ok: true,
    value: null,
  });
}

async function signAzIn(az: AzureCli, cloud: Cloud, user: User): Promise<void> {
  let entered: Promise<void> | undefined;
  const login = await az.run(['login', '--use-device-code', '-o', 'none'], (notice) => {
    const code = /enter the code (\w+) to authenticate/.exec(notice)?.[1];
    if (code !== undefined) entered ??= enterCode(cloud, code, user);
  });
  await entered;
  expect(login.code).toBe(0);
}

async function said(az: AzureCli, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await az.run(words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
  return stdout;
}

const shown = async (az: AzureCli): Promise<z.infer<typeof entrySchema>> =>
  entrySchema.parse(JSON.parse(await said(az, 'account', 'show', '-o', 'json')));

const entriesIn = async (folder: string) => {
  const text = await readFile(join(folder, '.azure', 'azureProfile.json'), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  return z.object({ subscriptions: z.array(entrySchema) }).parse(JSON.parse(text.slice(1)))
    .subscriptions;
};

const withoutDefault = (entries: readonly z.infer<typeof entrySchema>[]) =>
  entries.map((entry) => ({ ...entry, isDefault: undefined }));

async function follow(az: AzureCli, cloud: Cloud, folder: string): Promise<void> {
  const { users, subscriptions } = cloud.directory;
  await signAzIn(az, cloud, users.adele);
  const before = await entriesIn(folder);
  const azimuth = await openAzimuth(cloud, folder);
  await signIn(azimuth, cloud, users.adele);

  const wanted = before.find(({ name }) => name === 'Contoso Data Platform');
  await choose(azimuth, wanted?.id ?? '', users.adele);
  expect(await shown(az)).toMatchObject({ id: wanted?.id, user: { name: users.adele.username } });
  expect(withoutDefault(await entriesIn(folder))).toEqual(withoutDefault(before));
  const token = await said(
    az,
    'account',
    'get-access-token',
    '--query',
    'accessToken',
    '-o',
    'tsv',
  );
  expect(cloud.issued.has(token.trim())).toBe(true);

  // It goes on by itself, and Azimuth does not take that back.
  await said(az, 'account', 'set', '-s', before[0]?.id ?? '');
  expect(await shown(az)).toMatchObject({ id: before[0]?.id });

  // Set to another cloud it keeps its place, and finds the default when it comes back.
  await said(az, 'cloud', 'set', '-n', 'AzureChinaCloud');
  await choose(azimuth, subscriptions.fabrikamManagedOperations.id, users.adele);
  expect(azimuth.store.state().notices.map(({ message }) => message)).toEqual([
    expect.stringContaining('Azure CLI is set to the cloud AzureChinaCloud'),
  ]);
  await said(az, 'cloud', 'set', '-n', 'AzureCloud');
  expect(await shown(az)).toMatchObject({ id: subscriptions.fabrikamManagedOperations.id });
  await azimuth.core.stop();
}

async function followToSomebodyElse(az: AzureCli, cloud: Cloud, folder: string): Promise<void> {
  const { adele, jurgen } = cloud.directory.users;
  await signAzIn(az, cloud, adele);
  const before = await entriesIn(folder);
  const azimuth = await openAzimuth(cloud, folder);
  await signIn(azimuth, cloud, jurgen);
  const reached = azimuth.store.state().subscriptions.map(({ subscriptionId }) => subscriptionId);
  const known = new Set(before.map(({ id }) => id));

  // One that both reach stays with the user that az has for it.
  const shared = reached.find((id) => known.has(id)) ?? '';
  await choose(azimuth, shared, jurgen);
  expect(await shown(az)).toMatchObject({ id: shared, user: { name: adele.username } });
  expect(azimuth.store.state().notices.map(({ message }) => message)).toEqual([
    expect.stringContaining(`but as ${adele.username}`),
  ]);

  // One that az does not know is added; az says itself that it has no sign-in for it.
  const own = reached.find((id) => !known.has(id)) ?? '';
  await choose(azimuth, own, jurgen);
  expect(await shown(az)).toMatchObject({ id: own, user: { name: jurgen.username, type: 'user' } });
  expect(withoutDefault((await entriesIn(folder)).slice(0, -1))).toEqual(withoutDefault(before));
  expect((await az.run(['account', 'get-access-token'])).stderr).toContain('az login');

  await choose(azimuth, shared, jurgen);
  await said(az, 'account', 'get-access-token', '-o', 'none');
  await azimuth.core.stop();
}

async function leaveNothing(az: AzureCli, cloud: Cloud, folder: string): Promise<void> {
  await signAzIn(az, cloud, cloud.directory.users.adele);
  const { core, store } = await openAzimuth(cloud, folder);
  await core.run('look-at-azure-cli', {}, 'window');
  const found = store.state().azureCli;
  expect(found).toMatchObject({
    profile: {
      accounts: [{ kind: 'user', cloud: 'AzureCloud', username: 'adele.vance@contoso.com' }],
      default: { displayName: 'Contoso Production' },
    },
    secretFiles: [{ name: 'msal_token_cache.json' }],
  });
  for (const secret of cloud.issued.keys()) expect(JSON.stringify(found)).not.toContain(secret);

  await core.run('remove-azure-cli-file', { name: 'msal_token_cache.json' }, 'window');
  expect(store.state().azureCli).toMatchObject({ secretFiles: [] });
  const refused = await az.run(['account', 'get-access-token']);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('az login')]);
  await signAzIn(az, cloud, cloud.directory.users.adele);
  await said(az, 'account', 'get-access-token', '-o', 'none');
  await core.stop();
}

test.each([
  ["Debian's az shows the default that was chosen here, and still works", follow],
  ["Debian's az follows to what another user reaches", followToSomebodyElse],
  ["Debian's az is signed out by removing its cache, and signs in again", leaveNothing],
])('%s', (_name, story) => withAzureCli(story), 180_000);
