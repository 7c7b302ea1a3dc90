import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLockMark } from '../../../src/main/storage/lock-mark.ts';
import type { Notice } from '../../../src/shared/app-state.ts';
import { createFakeLog } from '../core/fakes.ts';
import { temporaryFolder } from './temporary-folder.ts';

function markIn(folder: string) {
  const notices: Notice[] = [];
  const log = createFakeLog();
  return { mark: createLockMark(folder, log, (notice) => notices.push(notice)), notices, log };
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
