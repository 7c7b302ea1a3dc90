import { expect, test } from 'vitest';
import { createLockMark } from '../../../src/main/storage/lock-mark.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('the mark of a locked app outlives it, and goes when it is taken away', async () => {
  const folder = await temporaryFolder();
  const first = createLockMark(folder);
  const before = await first.isThere();
  await first.put(true);
  await first.put(true);
  const locked = await createLockMark(folder).isThere();
  await Promise.all([first.put(false), first.put(true), first.put(false)]);

  expect([before, locked, await createLockMark(folder).isThere()]).toEqual([false, true, false]);
});
