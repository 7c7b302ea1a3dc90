import { link, rename, rm, stat, unlink } from 'node:fs/promises';
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
 * @returns nothing when another process has the name
 */
export async function claimName(
  own: string,
  name: string,
  answers: (path: string) => Promise<boolean>,
): Promise<ClaimedName | undefined> {
  const { ino } = await stat(own);
  try {
    const claimed = (await takeName(own, name, answers)) || (await takeName(own, name, answers));
    if (!claimed) return undefined;
  } finally {
    await unlink(own);
  }
  return {
    async release() {
      const found = await stat(name).catch(() => undefined);
      if (found?.ino === ino) await rm(name, { force: true });
    },
  };
}

/** One try to get the name; a dead one in the way is cleared for the next try. */
async function takeName(
  own: string,
  name: string,
  answers: (path: string) => Promise<boolean>,
): Promise<boolean> {
  try {
    await link(own, name);
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
