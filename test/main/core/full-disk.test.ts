import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPersistentCache } from '../../../src/main/azure/persistent-cache.ts';
import { openVault } from '../../../src/main/storage/vault.ts';
import type { VaultDocument } from '../../../src/shared/secret-places.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { createFakeSealer } from '../storage/fakes.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { alice, bob, bothSignedIn, production, storeWith, subscriptionOf } from './examples.ts';
import { createFakeGuardians } from './fake-guardians.ts';
import { createFakeClock, createFakeLog } from './fakes.ts';
import { createProduct } from './product.ts';

const r1 = subscriptionOf(alice, 'red', 'r1').key;
const { id: _id, username: _username, ...newContext } = production;

/** The real vault in a folder that takes none of its files, and a settings file that takes nothing either. */
async function productOnFullDisk() {
  const folder = await temporaryFolder();
  const inTheWay = (document: VaultDocument): string => join(folder, `${document}.vault`);
  const documents = ['accounts', 'directory', 'contexts', 'arrangement', 'usage'] as const;
  const log = createFakeLog();
  const clock = createFakeClock();
  const store = storeWith(bothSignedIn);
  const vault = await openVault({
    folder,
    sealer: createFakeSealer(),
    clock,
    log,
    notice: (notice) => store.apply({ kind: 'noticed', notice }),
    settled: (noticeId) => store.apply({ kind: 'notice-dismissed', noticeId }),
  });
  for (const document of documents) {
    await mkdir(join(inTheWay(document), 'in the way'), { recursive: true });
  }
  const disk = { full: true };
  const product = createProduct(
    { store, clock, log, guardians: { ...createFakeGuardians(), keeper: vault } },
    {
      vault,
      saveSettings: async () => {
        if (disk.full) throw new Error('no space left');
      },
    },
  );
  const makeRoom = async (): Promise<void> => {
    disk.full = false;
    for (const document of documents) await rm(inTheWay(document), { recursive: true });
  };
  return { ...product, realVault: vault, makeRoom };
}

describe('on a disk that takes nothing', () => {
  test('a sign-out says once that the account would come back, and removes it once there is room', async () => {
    const { run, state, makeRoom, clock, realVault } = await productOnFullDisk();
    const answer = await run('sign-out', { accountKey: alice.key });
    const told = state().notices.map(({ message }) => message);
    await makeRoom();
    clock.advance(15_000);
    await expect.poll(() => state().notices).toEqual([]);

    expect([answer, state().accounts, told]).toMatchObject([
      { ok: false, problem: { kind: 'vault', message: expect.stringContaining('back after') } },
      [bob],
      [expect.stringContaining('back after')],
    ]);
    expect(await realVault.read('accounts')).not.toContain(alice.key);
  });

  test('a sign-out of everybody signs everybody out, and says so of the disk', async () => {
    const { run, identity, state } = await productOnFullDisk();
    const answer = await run('sign-out-all', {});
    const both = expect.stringMatching(
      `^${alice.username} and ${bob.username} are signed out here, but`,
    );

    expect([answer, identity.forgotten, state().accounts, state().notices]).toMatchObject([
      { ok: false, problem: { message: both } },
      [alice.homeAccountId, bob.homeAccountId],
      [],
      [{ message: both }],
    ]);
  });

  test.each([
    ['choose-default', { subscriptionKey: r1 }],
    ['create-context', newContext],
    ['set-favourite', { subscriptionKey: r1, favourite: true }],
  ] as const)('%s says until when it holds', async (name, input) => {
    const { core } = await productOnFullDisk();

    expect(await core.run(name, input, 'cli')).toMatchObject({
      ok: false,
      problem: { kind: 'vault', message: expect.stringContaining('until Azimuth ends') },
    });
  });

  test('a token is handed out, and the end comes all the same', async () => {
    const { core, run } = await productOnFullDisk();
    await run('choose-default', { subscriptionKey: r1 });
    const token = await run('issue-token', {
      target: { kind: 'default' },
      audience: { kind: 'known', id: 'graph' },
    });

    expect(token.ok).toBe(true);
    await expect(core.stop()).resolves.toBeUndefined();
  });

  test('a wipe goes through', async () => {
    const { run, state } = await productOnFullDisk();
    const answer = await run('wipe', { settings: false });

    expect([answer.ok, state().notices.map(({ id }) => id)]).toEqual([true, ['wiped']]);
  });

  test('a setting stays as it was, and is taken once there is room', async () => {
    const { run, state, makeRoom } = await productOnFullDisk();
    const refused = await run('change-settings', { theme: 'dark' });
    const during = state().settings.theme;
    await makeRoom();
    await run('change-settings', { theme: 'dark' });

    expect([refused, during, state().settings.theme]).toMatchObject([
      { ok: false, problem: { message: expect.stringContaining('nothing changed') } },
      defaultSettings.theme,
      'dark',
    ]);
  });

  test('the endpoint is not switched on, and is switched off until the end', async () => {
    const { run, state, listener, store } = await productOnFullDisk();
    const on = await run('switch-endpoint', { on: true, port: 4_321 });
    const during = state().endpoint.kind;
    const settings = { ...defaultSettings, endpointOn: true, endpointPort: 4_321 };
    store.apply({ kind: 'settings-changed', settings });
    const off = await run('switch-endpoint', { on: false });

    expect([on, during, off, state().endpoint.kind, listener.deeds]).toMatchObject([
      { ok: false, problem: { message: expect.stringContaining('nothing changed') } },
      'off',
      { ok: false, problem: { message: expect.stringContaining('on again after a restart') } },
      'off',
      ['listen 4321', 'close 4321'],
    ]);
  });
});

test('a flush of MSAL’s cache is rejected by the real vault where the disk takes nothing', async () => {
  const folder = await temporaryFolder();
  const [clock, log] = [createFakeClock(), createFakeLog()];
  const ignore = (): void => {};
  const vault = await openVault({
    folder,
    sealer: createFakeSealer(),
    clock,
    log,
    notice: ignore,
    settled: ignore,
  });
  await mkdir(join(folder, 'msal-cache.vault', 'in the way'), { recursive: true });
  const tokens = { serialize: () => 'new', hasChanged: () => true, deserialize: () => {} };
  const cache = createPersistentCache(tokens, vault, clock, log);

  await expect(cache.flush()).rejects.toThrow(/msal-cache/);
});
