import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sealer } from '../../../src/main/core/ports/storage.ts';
import { secret } from '../../../src/main/core/secret.ts';
import { openVault } from '../../../src/main/storage/vault.ts';
import type { Notice } from '../../../src/shared/app-state.ts';
import { createFakeClock, createFakeLog } from '../core/fakes.ts';
import { createFakeSealer, createMemorySealer } from './fakes.ts';
import { filesIn, temporaryFolder } from './temporary-folder.ts';

/** As the real one in all but time. */
const cheap = { cost: 2 ** 4, blockSize: 8, parallelization: 1 };
const horse = secret('correct horse');
const staple = secret('battery staple');

async function start(folder: string, sealer: Sealer = createMemorySealer()) {
  const notices: Notice[] = [];
  const settled: string[] = [];
  const clock = createFakeClock();
  const log = createFakeLog();
  const vault = await openVault({
    folder,
    sealer,
    cost: cheap,
    clock,
    log,
    notice: (notice) => notices.push(notice),
    settled: (noticeId) => settled.push(noticeId),
  });
  return { vault, notices, settled, clock, log };
}

/** A folder whose accounts are sealed with "correct horse". */
async function sealedFolder(): Promise<string> {
  const folder = await temporaryFolder();
  const { vault } = await start(folder);
  await vault.write('accounts', 'Jürgen');
  await vault.setPassphrase(horse);
  return folder;
}

const namesIn = async (folder: string): Promise<readonly string[]> => [
  ...(await filesIn(folder)).keys(),
];

const keyFile = (folder: string): Promise<string> => readFile(join(folder, 'vault.key'), 'utf8');

describe('a vault that a passphrase keeps', () => {
  test('holds what was known before the passphrase, opens with it alone, and reads nothing before', async () => {
    const folder = await sealedFolder();
    const { vault, notices } = await start(folder);
    const before = [vault.status, await vault.read('accounts'), await vault.unlock(staple)];
    const right = await vault.unlock(horse);
    const read = await vault.read('accounts');
    await vault.write('accounts', 'Käthe');
    const later = await start(folder);
    await later.vault.unlock(horse);

    expect([before, right, read, vault.status, await later.vault.read('accounts')]).toEqual([
      [{ kind: 'locked' }, undefined, false],
      true,
      'Jürgen',
      { kind: 'sealed', keeper: 'passphrase', by: 'your passphrase' },
      'Käthe',
    ]);
    expect(notices).toEqual([]);
  });

  test('writes neither the passphrase nor the key nor the text', async () => {
    const folder = await sealedFolder();
    const everything = Buffer.concat([...(await filesIn(folder)).values()]).toString('latin1');

    expect(everything).not.toMatch(/correct horse|J.{1,2}rgen/);
    expect(JSON.parse(await keyFile(folder))).toMatchObject({
      azimuth: 'vault-key',
      keeper: 'passphrase',
      scrypt: cheap,
    });
  });

  test('takes OWASP’s cost where nothing else is said, and keeps it in the file', async () => {
    const folder = await temporaryFolder();
    const log = createFakeLog();
    const common = { folder, sealer: createMemorySealer(), clock: createFakeClock(), log };
    const vault = await openVault({ ...common, notice: () => undefined, settled: () => undefined });
    await vault.setPassphrase(horse);
    const later = await openVault({ ...common, notice: () => undefined, settled: () => undefined });

    expect(JSON.parse(await keyFile(folder))).toMatchObject({
      scrypt: { cost: 131_072, blockSize: 8, parallelization: 1 },
    });
    expect([await later.unlock(staple), await later.unlock(horse)]).toEqual([false, true]);
  });

  test('knows the same letters however they are composed', async () => {
    const folder = await temporaryFolder();
    await (await start(folder)).vault.setPassphrase(secret('schl\u00fcssel'));

    expect(await (await start(folder)).vault.unlock(secret('schlu\u0308ssel'))).toBe(true);
  });

  test('stays closed to the system’s keeper', async () => {
    const folder = await sealedFolder();
    const { vault } = await start(folder, createFakeSealer());

    expect([vault.status, await vault.recheck(), await vault.read('accounts')]).toEqual([
      { kind: 'locked' },
      false,
      undefined,
    ]);
  });

  test('drops what is written while it is closed, and keeps what is on disk', async () => {
    const folder = await sealedFolder();
    const before = await filesIn(folder);
    const { vault } = await start(folder);
    await vault.write('activity', 'early');
    await vault.setAside('accounts');

    expect(await filesIn(folder)).toEqual(before);
  });
});

describe('changing the passphrase', () => {
  test('asks for the current one, and leaves nothing that the current one opens', async () => {
    const folder = await sealedFolder();
    const { vault } = await start(folder);
    await vault.unlock(horse);
    const before = await keyFile(folder);
    const wrong = await vault.changePassphrase(staple, horse);
    const unchanged = (await keyFile(folder)) === before;
    const right = await vault.changePassphrase(horse, staple);
    const later = (await start(folder)).vault;

    expect([wrong, unchanged, right]).toEqual([false, true, true]);
    expect([await later.unlock(horse), await later.unlock(staple)]).toEqual([false, true]);
    expect(await later.read('accounts')).toBe('Jürgen');
    expect(await namesIn(folder)).toEqual(['accounts.vault', 'vault.key']);
  });
});

describe('forgetting the passphrase', () => {
  test('removes every sealed file with its copies, and goes on in memory', async () => {
    const folder = await sealedFolder();
    const { vault } = await start(folder);
    await vault.unlock(horse);
    await vault.write('accounts', 'Käthe');
    await writeFile(join(folder, 'accounts.vault.unreadable-2026'), '');
    await writeFile(join(folder, 'settings.json'), '{}');
    const left = await vault.forgetPassphrase();
    await vault.write('accounts', 'Ida');

    expect([left, vault.status, await namesIn(folder)]).toEqual([
      { ok: true, value: [] },
      { kind: 'memory', reason: 'No keyring.' },
      ['settings.json'],
    ]);
  });

  test('goes over to a keyring that is there by now', async () => {
    const folder = await sealedFolder();
    const { vault } = await start(folder, createFakeSealer());
    await vault.unlock(horse);
    await vault.write('accounts', 'Käthe');
    await vault.forgetPassphrase();
    const later = (await start(folder, createFakeSealer())).vault;

    expect([vault.status.kind, await later.read('accounts'), await later.recheck()]).toEqual([
      'sealed',
      'Käthe',
      true,
    ]);
  });

  test.each(['read', 'never read'])(
    'takes along to that keyring what was %s since the start',
    async (how) => {
      const folder = await sealedFolder();
      const { vault } = await start(folder, createFakeSealer());
      await vault.unlock(horse);
      if (how === 'read') await vault.read('accounts');
      await vault.forgetPassphrase();

      expect(await (await start(folder, createFakeSealer())).vault.read('accounts')).toBe('Jürgen');
    },
  );

  test.each<[string, Partial<Sealer>]>([
    ['can not seal', { seal: () => Promise.reject(new Error('the keyring is locked')) }],
    ['can not open what it sealed', { unseal: () => Promise.reject(new Error('no')) }],
  ])('is refused while the keyring that is there by now %s', async (_why, fault) => {
    const folder = await sealedFolder();
    const before = await filesIn(folder);
    const { vault, notices } = await start(folder, { ...createFakeSealer(), ...fault });
    await vault.unlock(horse);
    const done = await vault.forgetPassphrase();
    const kept = await filesIn(folder);
    await vault.write('accounts', 'Käthe');
    const later = (await start(folder)).vault;
    await later.unlock(horse);

    expect([done.ok, kept, vault.status, notices]).toEqual([
      false,
      before,
      { kind: 'sealed', keeper: 'passphrase', by: 'your passphrase' },
      [],
    ]);
    expect(await later.read('accounts')).toBe('Käthe');
  });
});

describe('a passphrase is refused', () => {
  test('where the keyring seals already', async () => {
    const { vault } = await start(await temporaryFolder(), createFakeSealer());

    expect(await vault.setPassphrase(horse)).toMatchObject({ problem: { kind: 'vault' } });
  });

  test('where the keyring sealed what is there and is locked now: nothing of it is lost', async () => {
    const folder = await temporaryFolder();
    const first = await start(folder, createFakeSealer());
    await first.vault.write('accounts', 'Jürgen');
    const before = await filesIn(folder);
    const { vault } = await start(folder);
    const done = await vault.setPassphrase(horse);

    expect([done.ok, await filesIn(folder)]).toEqual([false, before]);
    expect(await (await start(folder, createFakeSealer())).vault.read('accounts')).toBe('Jürgen');
  });

  test('where its folder can not be written', async () => {
    const folder = join(await temporaryFolder(), 'profile');
    const { vault } = await start(folder);
    await writeFile(folder, 'a file');

    expect(await vault.setPassphrase(horse)).toMatchObject({
      ok: false,
      problem: { kind: 'vault', message: expect.stringContaining(folder) as string },
    });
  });
});

describe('the file of the key', () => {
  test('of the time before it told its keeper is the system’s', async () => {
    const folder = await temporaryFolder();
    const sealer = createFakeSealer();
    const key = Buffer.alloc(32, 7).toString('base64');
    await writeFile(join(folder, 'vault.key'), await sealer.seal(key));
    const { vault, notices } = await start(folder, sealer);
    await vault.write('accounts', 'Jürgen');

    expect([await vault.recheck(), notices, sealer.sealed]).toEqual([true, [], [key]]);
    expect(await (await start(folder, sealer)).vault.read('accounts')).toBe('Jürgen');
  });

  test.each([
    ['would take all memory', { cost: 2 ** 30 }],
    ['is no power of two', { cost: 1_000 }],
    ['is nothing', { cost: 0 }],
  ])('whose cost %s is a damaged one, which is kept aside', async (_what, change) => {
    const folder = await sealedFolder();
    const told = JSON.parse(await keyFile(folder)) as { scrypt: object };
    const spoiled = { ...told, scrypt: { ...told.scrypt, ...change } };
    await writeFile(join(folder, 'vault.key'), JSON.stringify(spoiled));
    const { vault, notices } = await start(folder, createFakeSealer());

    expect([vault.status.kind, notices.map(({ id }) => id)]).toEqual(['sealed', ['vault-key']]);
    expect((await namesIn(folder)).filter((name) => name.includes('unreadable'))).toHaveLength(2);
  });
});

describe('a check of the keyring', () => {
  test('fails once another key stands there, or none', async () => {
    const folder = await temporaryFolder();
    const sealer = createFakeSealer();
    const { vault } = await start(folder, sealer);
    const before = await vault.recheck();
    await writeFile(
      join(folder, 'vault.key'),
      await sealer.seal(Buffer.alloc(32).toString('base64')),
    );
    const other = await vault.recheck();
    await writeFile(join(folder, 'vault.key'), 'garbage');

    expect([before, other, await vault.recheck()]).toEqual([true, false, false]);
  });
});

describe('a wipe', () => {
  test('removes every file of ours with its copies, and nothing else, and looks again', async () => {
    const folder = await sealedFolder();
    const { vault } = await start(folder);
    await vault.unlock(horse);
    await mkdir(join(folder, 'logs'));
    for (const name of [
      'accounts.vault.previous',
      'directory.vault.unreadable-2026',
      'vault.key.unreadable-2026',
      'settings.json',
      'settings.json.previous',
      'locked',
      'logs/azimuth.log',
      'logs/azimuth.log.previous',
      'cloud.json',
      'somebody else.txt',
    ]) {
      await writeFile(join(folder, name), '');
    }
    const { places } = await vault.places();
    const first = await vault.wipe(false);
    const between = await namesInTree(folder);
    const second = await vault.wipe(true);

    expect(places.flatMap(({ files }) => files)).toHaveLength(11);
    expect([first, between, second, await namesInTree(folder)]).toEqual([
      { removed: 8, left: [] },
      ['cloud.json', 'logs', 'settings.json', 'settings.json.previous', 'somebody else.txt'],
      { removed: 2, left: [] },
      ['cloud.json', 'logs', 'somebody else.txt'],
    ]);
  });

  test('stays one while late answers are written, until somebody signs in again', async () => {
    const folder = await temporaryFolder();
    const sealer = createFakeSealer();
    const { vault } = await start(folder, sealer);
    await vault.write('accounts', 'Jürgen');
    await vault.wipe(false);
    await vault.write('msal-cache', 'late');
    const between = await namesIn(folder);
    await vault.write('accounts', 'Käthe');
    await vault.resume();
    const { vault: later } = await start(folder, sealer);

    expect([between, await later.read('accounts'), vault.status.kind]).toEqual([
      [],
      'Käthe',
      'sealed',
    ]);
  });

  test('has what is written after it on disk once that is answered, however long its key takes', async () => {
    const folder = await temporaryFolder();
    const { vault } = await start(folder, createFakeSealer());
    await vault.wipe(false);
    void vault.resume();
    await vault.write('accounts', 'Käthe');

    expect(await namesIn(folder)).toEqual(['accounts.vault', 'vault.key']);
  });

  test('calls nothing kept while the disk does not take a new key, and tries again by itself', async () => {
    const folder = join(await temporaryFolder(), 'profile');
    const { vault, notices, settled, clock, log } = await start(folder, createFakeSealer());
    await vault.wipe(true);
    settled.length = 0;
    await rm(folder, { recursive: true });
    await writeFile(folder, 'in the way');
    await vault.resume();
    await expect(vault.write('contexts', 'Käthe')).rejects.toThrow(/profile/);
    clock.advance(15_000);
    await expect.poll(() => log.lines.length).toBe(2);
    const during = [notices.length, settled.length, clock.waiting()];
    await rm(folder);
    clock.advance(15_000);
    await expect.poll(() => namesIn(folder).catch(() => [])).toContain('contexts.vault');
    await vault.write('accounts', 'Jürgen');

    expect(during).toEqual([1, 0, 1]);
    expect([settled, clock.waiting()]).toEqual([['vault-write'], 0]);
    expect(await namesIn(folder)).toEqual(['accounts.vault', 'contexts.vault', 'vault.key']);
  });

  test('leaves no try to keep again behind', async () => {
    const folder = join(await temporaryFolder(), 'profile');
    const { vault, clock } = await start(folder, createFakeSealer());
    await vault.wipe(true);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'in the way');
    await vault.resume();
    await rm(folder);
    await vault.wipe(true);
    await vault.write('msal-cache', 'late');

    expect(clock.waiting()).toBe(0);
  });
});

const namesInTree = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).toSorted();
