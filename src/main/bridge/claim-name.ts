import { link, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { nameInTurn } from './name-in-turn.ts';

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
    const give = (): Promise<Given> => giveName(own, name, answers, linkFile);
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

/** Whether a file got its name; nothing where the name is there, which may be a dead one's. */
type Given = boolean | undefined;

async function giveName(
  own: string,
  name: string,
  answers: (path: string) => Promise<boolean>,
  linkFile: typeof link,
): Promise<Given> {
  try {
    await linkFile(own, name);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return undefined;
    if (noHardLinks.includes(errorCode(error))) return nameInTurn(own, name, answers);
    throw error;
  }
}

/** One try to get the name; a dead one in the way is cleared for the next try. */
async function takeName(
  give: () => Promise<Given>,
  name: string,
  answers: (path: string) => Promise<boolean>,
): Promise<boolean> {
  const given = await give();
  if (given !== undefined) return given;
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
