import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Notice } from '../../shared/app-state.ts';
import type { LockMark, Log } from '../core/ports/storage.ts';
import { writeAlone } from './kept-file.ts';

export const lockMarkName = 'locked';

/** A file that is there while the app is locked, so that a restart does not unlock it. */
export function createLockMark(
  folder: string,
  log: Log,
  notice: (notice: Notice) => void,
): LockMark {
  const file = join(folder, lockMarkName);
  let last: Promise<void> = Promise.resolve();

  const put = async (there: boolean): Promise<void> => {
    if ((await isAnythingAt(file)) === there) return;
    try {
      await (there
        ? writeAlone(file, Buffer.from('Azimuth was locked when it was last used.\n'))
        : rm(file));
    } catch (error) {
      log.warn('the mark of the lock can not be kept', { locked: there, error: String(error) });
      const message = there
        ? `Azimuth was locked, but could not write that to its folder (${folder}): a restart would have opened it. Check the free space and the folder's permissions.`
        : `Azimuth is unlocked, but its next start is a locked one: ${file} could not be removed. Remove it yourself, or check the folder's permissions.`;
      notice({ id: 'lock-mark', tone: 'warning', message, detail: String(error) });
    }
  };

  return {
    isThere: () => isAnythingAt(file),
    put: (there) => (last = last.then(() => put(there))),
  };
}

/** Whatever is there counts, also what can't be read or looked at: else damage would unlock. */
async function isAnythingAt(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
