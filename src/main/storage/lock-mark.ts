import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LockMark } from '../core/ports/storage.ts';
import type { KeptFolder } from './kept-file.ts';
import { untilNextTry, writeAlone } from './kept-file.ts';

export const lockMarkName = 'locked';

const noticeId = 'lock-mark';

/**
 * A file that is there while the app is locked, so that a restart does not unlock it. What the disk refuses is tried again
 * by itself, and the person is told until it is done.
 */
export function createLockMark({ folder, clock, log, notice, settled }: KeptFolder): LockMark {
  const file = join(folder, lockMarkName);
  let last: Promise<void> = Promise.resolve();
  let wanted = false;
  let cancelNextTry: (() => void) | undefined;

  const write = async (there: boolean): Promise<void> => {
    if ((await isAnythingAt(file)) === there) return;
    await (there
      ? writeAlone(file, Buffer.from('Azimuth was locked when it was last used.\n'))
      : rm(file));
  };

  const put = async (there: boolean, isRetry: boolean): Promise<void> => {
    const isPending = cancelNextTry !== undefined;
    cancelNextTry?.();
    cancelNextTry = undefined;
    try {
      await write(there);
      if (isPending) settled(noticeId);
    } catch (error) {
      cancelNextTry = clock.after(untilNextTry, () => {
        last = last.then(() => put(wanted, true));
      });
      log.warn('the mark of the lock can not be kept', { locked: there, error: String(error) });
      const message = there
        ? `Azimuth was locked, but could not write that to its folder (${folder}): a restart would have opened it. Check the free space and the folder's permissions.`
        : `Azimuth is unlocked, but its next start is a locked one: ${file} could not be removed. Remove it yourself, or check the folder's permissions.`;
      if (!isRetry) notice({ id: noticeId, tone: 'warning', message, detail: String(error) });
    }
  };

  return {
    isThere: () => isAnythingAt(file),
    put(there) {
      wanted = there;
      return (last = last.then(() => put(there, false)));
    },
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
