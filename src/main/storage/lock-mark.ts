import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LockMark } from '../core/ports/storage.ts';
import { readIfThere, writeAlone } from './kept-file.ts';

export const lockMarkName = 'locked';

/** A file that is there while the app is locked, so that a restart does not unlock it. */
export function createLockMark(folder: string): LockMark {
  const file = join(folder, lockMarkName);
  let last: Promise<void> = Promise.resolve();
  return {
    isThere: async () => (await readIfThere(file)) !== undefined,
    put(there) {
      const work = (): Promise<void> =>
        there
          ? writeAlone(file, Buffer.from('Azimuth was locked when it was last used.\n'))
          : rm(file, { force: true });
      last = last.then(work, work);
      return last;
    },
  };
}
