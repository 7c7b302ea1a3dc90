import { mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sealer } from '../../../src/main/core/ports/storage.ts';
import { openVault } from '../../../src/main/storage/vault.ts';
import type { Notice } from '../../../src/shared/app-state.ts';
import { createFakeClock, createFakeLog } from '../core/fakes.ts';
import { createFakeSealer, createMemorySealer } from './fakes.ts';
import { filesIn, modeOf, temporaryFolder } from './temporary-folder.ts';

const onPosix = process.platform !== 'win32';
const stamp = '2026-01-31T12-00-00.000Z';

/** Opens the vault of a folder, as a start of the program does. */
async function start(folder: string, sealer: Sealer = createFakeSealer()) {
  const notices: Notice[] = [];
  const settled: string[] = [];
  const log = createFakeLog();
  const clock = createFakeClock();
  const vault = await openVault({
    folder,
    sealer,
    clock,
    log,
    notice: (notice) => notices.push(notice),
    settled: (noticeId) => settled.push(noticeId),
  });
  return { vault, notices, settled, log, clock };
}

/** A folder whose accounts were written twice. */
async function usedFolder(): Promise<string> {
  const folder = await temporaryFolder();
  const { vault } = await start(folder);
  await vault.write('accounts', 'first');
  await vault.write('accounts', 'second');
  return folder;
}

const namesIn = async (folder: string): Promise<readonly string[]> => [
  ...(await filesIn(folder)).keys(),
];

describe('a vault', () => {
  test('has nothing at first, and gives back after a restart what was written', async () => {
    const folder = await temporaryFolder();
    const first = await start(folder);
    const before = await first.vault.read('accounts');
    await first.vault.write('accounts', 'Jürgen');
    await first.vault.write('activity', 'other');
    const second = await start(folder);

    expect([
      before,
      await second.vault.read('accounts'),
      await second.vault.read('activity'),
      await second.vault.read('directory'),
      [...first.notices, ...second.notices],
    ]).toEqual([undefined, 'Jürgen', 'other', undefined, []]);
  });

  test('writes nothing readable, and keeps its key only sealed', async () => {
    const folder = await temporaryFolder();
    const sealer = createFakeSealer();
    const { vault } = await start(folder, sealer);
    await vault.write('msal-cache', 'a refresh token');
    await vault.write('msal-cache', 'another refresh token');
    const written = Buffer.concat([...(await filesIn(folder)).values()]);

    expect(sealer.sealed).toHaveLength(1);
    for (const secret of ['refresh token', ...sealer.sealed]) {
      expect(written.includes(secret), secret).toBe(false);
    }
  });

  test('keeps the copy before, in files that only their owner reads', async () => {
    const folder = join(await usedFolder(), 'profile');
    const { vault } = await start(folder);
    await vault.write('accounts', 'first');
    await vault.write('accounts', 'second');

    const names = await namesIn(folder);
    expect(names).toEqual(['accounts.vault', 'accounts.vault.previous', 'vault.key']);
    if (onPosix) {
      expect(await Promise.all(names.map((name) => modeOf(join(folder, name))))).toEqual([
        '600',
        '600',
        '600',
      ]);
      expect(await modeOf(folder)).toBe('700');
    }
  });

  test('writes only what changed', async () => {
    const folder = await usedFolder();
    const { vault } = await start(folder);
    await vault.write('accounts', 'third');
    const before = (await stat(join(folder, 'accounts.vault'))).ino;
    await vault.write('accounts', 'third');
    const same = (await stat(join(folder, 'accounts.vault'))).ino;
    await vault.write('accounts', 'fourth');

    expect(same).toBe(before);
    expect(await (await start(folder)).vault.read('accounts')).toBe('fourth');
  });

  test('writes in the order in which it was asked', async () => {
    const folder = await temporaryFolder();
    const { vault } = await start(folder);
    const texts = Array.from({ length: 20 }, (_, index) => `${index} ${'x'.repeat(index * 997)}`);
    await Promise.all(texts.map((text) => vault.write('directory', text)));
    const { vault: later } = await start(folder);
    const current = await later.read('directory');
    await truncate(join(folder, 'directory.vault'), 10);

    expect([current, await later.read('directory')]).toEqual([texts[19], texts[18]]);
  });
});

describe('a file that was damaged', () => {
  const damaged = async (damage: (file: string) => Promise<unknown>): Promise<string> => {
    const folder = await usedFolder();
    await damage(join(folder, 'accounts.vault'));
    return folder;
  };

  test.each([
    ['was cut short', (file: string) => truncate(file, 20)],
    ['is empty', (file: string) => truncate(file, 0)],
    ['was overwritten', (file: string) => writeFile(file, 'not a vault')],
    [
      'became a folder',
      async (file: string) => {
        await rm(file);
        await mkdir(file);
        // Else there is nothing that could not be replaced.
        await writeFile(join(file, 'inside'), '');
      },
    ],
  ])(
    'because it %s is kept aside; the copy before is used, also at the next start',
    async (_why, damage) => {
      const folder = await damaged(damage);
      const { vault, notices } = await start(folder);
      const read = await vault.read('accounts');
      const later = await start(folder);

      expect([read, notices, await later.vault.read('accounts'), later.notices]).toEqual([
        'first',
        [
          {
            id: 'vault-accounts',
            tone: 'warning',
            message: `A file of Azimuth's vault was damaged. The copy before it is in use; the damaged one is kept as accounts.vault.unreadable-${stamp}.`,
          },
        ],
        'first',
        [],
      ]);
      await expect(stat(join(folder, `accounts.vault.unreadable-${stamp}`))).resolves.toBeDefined();
    },
  );

  test('together with the copy before is said to be lost, kept, and written anew', async () => {
    const folder = await damaged((file) => truncate(file, 20));
    await truncate(join(folder, 'accounts.vault.previous'), 20);
    const { vault, notices } = await start(folder);
    const read = await vault.read('accounts');
    await vault.write('accounts', 'new');

    expect([read, notices, await (await start(folder)).vault.read('accounts')]).toEqual([
      undefined,
      [
        {
          id: 'vault-accounts',
          tone: 'warning',
          message: `A file of Azimuth's vault was damaged and could not be restored. It is kept as accounts.vault.unreadable-${stamp}. Sign in again to go on.`,
        },
      ],
      'new',
    ]);
  });

  test('is told what it means: the list is read again, the record starts anew', async () => {
    const folder = await temporaryFolder();
    const first = await start(folder);
    await first.vault.write('directory', 'a list');
    await first.vault.write('activity', 'a record');
    await truncate(join(folder, 'directory.vault'), 5);
    await truncate(join(folder, 'activity.vault'), 5);
    const { vault, notices } = await start(folder);
    await vault.read('directory');
    await vault.read('activity');

    expect(notices.map(({ message }) => message.split('Z. ')[1])).toEqual([
      'The list is being read from Azure again.',
      'The record of hand-outs starts anew.',
    ]);
  });

  test('in the eyes of its reader is set aside, and the same text is written again', async () => {
    const folder = await usedFolder();
    const { vault, notices } = await start(folder);
    await vault.write('accounts', 'nonsense');
    await vault.setAside('accounts');
    const gone = await vault.read('accounts');
    await vault.write('accounts', 'nonsense');

    expect([gone, await vault.read('accounts'), notices]).toEqual([
      undefined,
      'nonsense',
      [
        {
          id: 'vault-accounts',
          tone: 'warning',
          message: `A file of Azimuth's vault makes no sense to this version. It is kept as accounts.vault.unreadable-${stamp}. Sign in again to go on.`,
        },
      ],
    ]);
  });
});

describe('the key', () => {
  test.each([
    ['of another machine', undefined],
    ['that was damaged', 'garbage'],
    ['of another length', 'this machine|00'],
  ])('%s sets everything aside under dated names, says so, and starts anew', async (_key, key) => {
    const folder = await usedFolder();
    if (key !== undefined) await writeFile(join(folder, 'vault.key'), key);
    const before = await filesIn(folder);
    const sealer = createFakeSealer(key === undefined ? 'another machine' : 'this machine');
    const { vault, notices } = await start(folder, sealer);
    const read = await vault.read('accounts');
    await vault.write('accounts', 'new');
    const after = await filesIn(folder);

    expect([read, await (await start(folder, sealer)).vault.read('accounts')]).toEqual([
      undefined,
      'new',
    ]);
    expect(notices).toEqual([
      {
        id: 'vault-key',
        tone: 'warning',
        message:
          'What Azimuth had stored was sealed on another computer or by another user, or its key was damaged. It is kept in the same folder under dated names. Sign in again to go on.',
      },
    ]);
    for (const [name, bytes] of before) {
      expect(after.get(`${name}.unreadable-${stamp}`), name).toEqual(bytes);
    }
  });

  test('that its keeper does not open just now is left as it is, with everything it opens', async () => {
    const folder = await usedFolder();
    const before = await filesIn(folder);
    const locked = { ...createFakeSealer(), unseal: () => Promise.reject(new Error('locked')) };
    const { vault } = await start(folder, locked);
    await vault.write('accounts', 'new');

    expect(vault.status).toMatchObject({ kind: 'memory' });
    expect(await filesIn(folder)).toEqual(before);
    expect(await (await start(folder)).vault.read('accounts')).toBeDefined();
  });

  test('that is gone leaves files that nobody opens: they are set aside one by one', async () => {
    const folder = await usedFolder();
    await rm(join(folder, 'vault.key'));
    const { vault, notices } = await start(folder);

    expect([await vault.read('accounts'), notices.map(({ id }) => id)]).toEqual([
      undefined,
      ['vault-accounts'],
    ]);
  });

  test.each([
    ['can not be written', async (folder: string) => writeFile(folder, 'a file')],
    [
      'can not be read',
      async (folder: string) => {
        await mkdir(join(folder, 'vault.key'), { recursive: true });
      },
    ],
  ])(
    'that %s lets the program start, with everything in memory and the reason shown',
    async (_why, spoil) => {
      const folder = join(await temporaryFolder(), 'profile');
      await spoil(folder);
      const { vault, notices } = await start(folder);
      await vault.write('accounts', 'secret');

      expect([vault.status, await vault.read('accounts'), notices]).toEqual([
        {
          kind: 'memory',
          reason: `The key of the vault could not be opened or kept just now, and what is stored was left as it is. Unlock the system's keyring, check the permissions and free space of ${folder}, and start Azimuth again.`,
        },
        undefined,
        [],
      ]);
    },
  );
});

describe('without a keeper for the key', () => {
  test('nothing is written', async () => {
    const folder = await temporaryFolder();
    const { vault, notices } = await start(folder, createMemorySealer());
    await vault.write('accounts', 'secret');
    await vault.setAside('accounts');

    expect([vault.status, await vault.read('accounts'), await namesIn(folder), notices]).toEqual([
      { kind: 'memory', reason: 'No keyring.' },
      undefined,
      [],
      [],
    ]);
  });

  test('what is on disk is left as it is, and there again once the keeper is back', async () => {
    const folder = await usedFolder();
    const before = await filesIn(folder);
    const { vault } = await start(folder, createMemorySealer());
    await vault.read('accounts');
    await vault.write('accounts', 'secret');
    await vault.setAside('accounts');

    expect(await filesIn(folder)).toEqual(before);
    expect(await (await start(folder)).vault.read('accounts')).toBe('second');
  });
});

test('a write that fails is a notice and rejects, and the next one can succeed and takes it back', async () => {
  const folder = await temporaryFolder();
  const { vault, notices, settled, log } = await start(folder);
  const file = join(folder, 'accounts.vault');
  await mkdir(join(file, 'in the way'), { recursive: true });
  await expect(vault.write('accounts', 'first')).rejects.toThrow(/accounts\.vault/);
  await rm(file, { recursive: true });
  const during = [...settled];
  await vault.write('accounts', 'first');

  expect([during, settled]).toEqual([[], ['vault-write']]);
  expect(notices).toEqual([
    {
      id: 'vault-write',
      tone: 'warning',
      message: `Azimuth could not write to its folder (${folder}). Until it can, changes are gone when it ends. Check the free space and the folder's permissions.`,
      detail: expect.stringMatching(/^Error: \w+/) as string,
    },
  ]);
  expect(log.lines).toHaveLength(1);
  expect((await readFile(file)).subarray(0, 7).toString()).toBe('AZIMUTH');
});

test('what could not be written is tried again by itself, without a further word, until it is on disk', async () => {
  const folder = await temporaryFolder();
  const { vault, clock, notices, settled, log } = await start(folder);
  const file = join(folder, 'accounts.vault');
  await mkdir(join(file, 'in the way'), { recursive: true });
  const tries = ['first', 'second'].map((text) => vault.write('accounts', text));
  const ends = (await Promise.allSettled(tries)).map(({ status }) => status);
  expect(ends).toEqual(['rejected', 'rejected']);
  expect(clock.waiting()).toBe(1);
  clock.advance(15_000);
  await expect.poll(() => log.lines.length).toBe(3);
  expect([notices.length, settled]).toEqual([1, []]);
  await rm(file, { recursive: true });
  clock.advance(15_000);
  await expect.poll(() => settled).toEqual(['vault-write']);

  expect([await (await start(folder)).vault.read('accounts'), clock.waiting()]).toEqual([
    'second',
    0,
  ]);
});

test('a disk that takes one document again, but not yet another, is still told of', async () => {
  const folder = await temporaryFolder();
  const { vault, settled } = await start(folder);
  const accounts = join(folder, 'accounts.vault');
  const usage = join(folder, 'usage.vault');
  for (const file of [accounts, usage]) await mkdir(join(file, 'in the way'), { recursive: true });
  await Promise.allSettled([vault.write('accounts', 'a'), vault.write('usage', 'u')]);
  await rm(accounts, { recursive: true });
  await vault.write('accounts', 'b');
  const during = [...settled];
  await rm(usage, { recursive: true });
  await vault.write('usage', 'u');

  expect([during, settled]).toEqual([[], ['vault-write']]);
});

test('what is again as the disk still has it needs no room', async () => {
  const folder = await temporaryFolder();
  const { vault, settled } = await start(folder);
  await vault.write('accounts', 'first');
  await mkdir(join(folder, 'accounts.vault.previous'));
  await expect(vault.write('accounts', 'second')).rejects.toThrow(/previous/);
  await vault.write('accounts', 'first');

  expect(settled).toEqual(['vault-write']);
  expect(await (await start(folder)).vault.read('accounts')).toBe('first');
});
