import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLockMark } from '../../../src/main/storage/lock-mark.ts';
import type { Notice } from '../../../src/shared/app-state.ts';
import { createFakeClock, createFakeLog } from '../core/fakes.ts';
import { temporaryFolder } from './temporary-folder.ts';

function markIn(folder: string) {
  const notices: Notice[] = [];
  const settled: string[] = [];
  const log = createFakeLog();
  const clock = createFakeClock();
  const mark = createLockMark({
    folder,
    clock,
    log,
    notice: (notice) => notices.push(notice),
    settled: (noticeId) => settled.push(noticeId),
  });
  return { mark, notices, settled, log, clock };
}

test('the mark of a locked app outlives it, and goes when it is taken away', async () => {
  const folder = await temporaryFolder();
  const { mark: first, notices } = markIn(folder);
  const before = await first.isThere();
  await first.put(true);
  await first.put(true);
  const locked = await markIn(folder).mark.isThere();
  await Promise.all([first.put(false), first.put(true), first.put(false)]);

  expect([before, locked, await markIn(folder).mark.isThere()]).toEqual([false, true, false]);
  expect(notices).toEqual([]);
});

test('a lock whose mark can not be written holds all the same, and the person reads what a restart would do', async () => {
  const folder = join(await temporaryFolder(), 'profile');
  const { mark, notices, log } = markIn(folder);
  await symlink('nowhere/at/all', folder);
  await mark.put(true);
  await rm(folder);
  await mark.put(true);

  expect(await mark.isThere()).toBe(true);
  expect(log.lines).toHaveLength(1);
  expect(notices).toMatchObject([
    {
      id: 'lock-mark',
      tone: 'warning',
      message: `Azimuth was locked, but could not write that to its folder (${folder}): a restart would have opened it. Check the free space and the folder's permissions.`,
    },
  ]);
});

test('a mark that could not be written is tried again, told once, and taken back when it is there', async () => {
  const folder = join(await temporaryFolder(), 'profile');
  const { mark, notices, settled, clock, log } = markIn(folder);
  await symlink('nowhere/at/all', folder);
  await mark.put(true);
  clock.advance(15_000);
  await expect.poll(() => log.lines.length).toBe(2);
  const during = [notices.length, settled.length, clock.waiting()];
  await rm(folder);
  clock.advance(15_000);
  await expect.poll(() => settled).toEqual(['lock-mark']);

  expect(during).toEqual([1, 0, 1]);
  expect([await mark.isThere(), notices.length, clock.waiting()]).toEqual([true, 1, 0]);
});

test('a mark that could not be written is no more wanted once the app is open', async () => {
  const folder = join(await temporaryFolder(), 'profile');
  const { mark, settled, clock } = markIn(folder);
  await symlink('nowhere/at/all', folder);
  await mark.put(true);
  await rm(folder);
  await mark.put(false);

  expect([await mark.isThere(), settled, clock.waiting()]).toEqual([false, ['lock-mark'], 0]);
});

test('a mark that can not be removed does not keep the app locked, and the person reads where it is', async () => {
  const folder = await temporaryFolder();
  const { mark, notices, log } = markIn(folder);
  await mkdir(join(folder, 'locked'));
  await mark.put(false);

  expect(log.lines).toHaveLength(1);
  expect(notices).toMatchObject([
    {
      id: 'lock-mark',
      message: `Azimuth is unlocked, but its next start is a locked one: ${join(folder, 'locked')} could not be removed. Remove it yourself, or check the folder's permissions.`,
    },
  ]);
});

test.each<[string, (path: string) => Promise<unknown>]>([
  ['a folder', (path) => mkdir(path)],
  ['an empty file', (path) => writeFile(path, '')],
  ['a link to nowhere', (path) => symlink('nowhere', path)],
])('%s in the place of the mark counts as locked', async (_what, put) => {
  const folder = await temporaryFolder();
  await put(join(folder, 'locked'));

  expect(await markIn(folder).mark.isThere()).toBe(true);
});
