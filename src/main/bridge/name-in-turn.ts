import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';

/** What moving a folder to the name of one that is not empty fails with; the last is Windows'. */
const inTheWay: readonly unknown[] = ['ENOTEMPTY', 'EEXIST', 'EPERM'];

/**
 * Gives a file its name where the disk knows no hard links (FAT, some network shares), unless somebody answers behind that
 * name. One process after the other has its turn: a folder is moved to a shared name, which fails while another's is there
 * and not empty. In the folder is a file called as the process's own one, so that it can be asked whether it still lives.
 *
 * @returns false when another process has the name, or is about to
 */
export async function nameInTurn(
  own: string,
  name: string,
  answers: (path: string) => Promise<boolean>,
): Promise<boolean> {
  const me = basename(own);
  const mine = `${own}.turn`;
  const turn = `${name}.turn`;
  try {
    await mkdir(mine, { recursive: true });
    await writeFile(join(mine, me), '');
    for (let tries = 0; tries < 3; tries += 1) {
      if (await isMoved(mine, turn)) return await nameUnlessTaken();
      const [other] = await readdir(turn).catch(() => []);
      const lives = other !== undefined && other !== me && answers(join(dirname(own), other));
      // In this order: whoever answered under its own name may have the shared one meanwhile.
      if ((await lives) || (await answers(name))) return false;
      await endTurn(turn, other);
    }
    throw new Error(`${turn} is in the way. Remove it and start again.`);
  } finally {
    await rm(mine, { recursive: true, force: true });
  }

  async function nameUnlessTaken(): Promise<boolean> {
    try {
      if (await answers(name)) return false;
      await rename(own, name);
      return true;
    } finally {
      await endTurn(turn, me);
    }
  }
}

async function isMoved(folder: string, to: string): Promise<boolean> {
  try {
    await rename(folder, to);
    return true;
  } catch (error) {
    if (!inTheWay.includes(errorCode(error))) throw error;
    return false;
  }
}

/** Ends the turn of one process; that of another, which may have begun meanwhile, goes on. */
async function endTurn(turn: string, whose: string | undefined): Promise<void> {
  if (whose !== undefined) await rm(join(turn, whose), { force: true });
  await rmdir(turn).catch(() => undefined);
}
