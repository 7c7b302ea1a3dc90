import { link, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';

/** A name that is ours until it is released. */
export interface ClaimedName {
  release(): Promise<void>;
}

/**
 * Gives a file the name that others look for, unless somebody answers behind that name. Two that start at once can't both
 * win: a link is made, which the file system allows once. What a process left that died is moved away before it is removed,
 * so that nobody removes the successor's by mistake.
 *
 * @param own the file under a name of its own, which it loses
 * @param linkFile makes a hard link, where the disk knows them
 * @returns nothing when another process has the name
 */
export async function claimName(
  own: string,
  name: string,
  answers: (path: string) => Promise<boolean>,
  linkFile: typeof link = link,
): Promise<ClaimedName | undefined> {
  const { ino } = await stat(own);
  try {
    const give = (): Promise<void> => giveName(own, name, linkFile);
    const claimed = (await takeName(give, name, answers)) || (await takeName(give, name, answers));
    if (!claimed) return undefined;
  } finally {
    await rm(own, { force: true });
  }
  return {
    async release() {
      const found = await stat(name).catch(() => undefined);
      if (found?.ino === ino) await rm(name, { force: true });
    },
  };
}

/** What a disk without hard links says to one; the last is Windows', as Node translates it. */
const noHardLinks: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR'];

/**
 * Fails with EEXIST where there is such a name. A disk without hard links (FAT, some network shares) keeps the name with an
 * empty file first: whoever starts within that moment can still take it for a dead one's, but such a disk offers nothing better.
 */
async function giveName(own: string, name: string, linkFile: typeof link): Promise<void> {
  try {
    await linkFile(own, name);
    return;
  } catch (error) {
    if (!noHardLinks.includes(errorCode(error))) throw error;
  }
  await writeFile(name, '', { mode: 0o600, flag: 'wx' });
  await rename(own, name);
}

/** One try to get the name; a dead one in the way is cleared for the next try. */
async function takeName(
  give: () => Promise<void>,
  name: string,
  answers: (path: string) => Promise<boolean>,
): Promise<boolean> {
  try {
    await give();
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  if (await answers(name)) return false;
  const stale = join(dirname(name), `${process.pid}.old`);
  await rename(name, stale).catch(ignoreMissing);
  if (await answers(stale)) {
    // Between the look and the move somebody else took over: give it back.
    await rename(stale, name);
    return false;
  }
  await rm(stale, { force: true });
  return false;
}

function ignoreMissing(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error;
}
