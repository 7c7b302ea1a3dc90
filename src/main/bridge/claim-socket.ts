import { chmod, link, rename, rm, stat, unlink } from 'node:fs/promises';
import type { Server } from 'node:net';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { SocketPlace } from './socket-place.ts';

/** A socket that is ours until it is released. */
export interface ClaimedSocket {
  release(): Promise<void>;
}

/**
 * Puts a server behind the socket's name, unless another process answers there. Two that start at once can't both win: a
 * server is bound under a name of its own first and then linked to the shared one, which the file system allows once. What a
 * process left that died is moved away before it is removed, so that nobody removes the successor's by mistake.
 *
 * @returns nothing when another process has the socket
 */
export async function claimSocket(
  place: SocketPlace,
  server: Server,
): Promise<ClaimedSocket | undefined> {
  const own = join(place.folder, `${process.pid}.sock`);
  await rm(own, { force: true });
  await listen(server, own);
  await chmod(own, 0o600);
  const { ino } = await stat(own);
  const claimed = (await takeName(own, place)) || (await takeName(own, place));
  await unlink(own);
  if (!claimed) {
    server.close();
    return undefined;
  }
  return {
    async release() {
      const found = await stat(place.socket).catch(() => undefined);
      if (found?.ino === ino) await rm(place.socket, { force: true });
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** One try to get the name; a dead socket in the way is cleared for the next one. */
async function takeName(own: string, { folder, socket }: SocketPlace): Promise<boolean> {
  try {
    await link(own, socket);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  if (await answers(socket)) return false;
  const stale = join(folder, `${process.pid}.old`);
  await rename(socket, stale).catch(ignoreMissing);
  if (await answers(stale)) {
    // Between the look and the move somebody else took over: give it back.
    await rename(stale, socket);
    return false;
  }
  await rm(stale, { force: true });
  return false;
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Whether a process listens; one that is too busy to accept still does. */
export function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(path);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', (error) => {
      resolve(codeOf(error) === 'EAGAIN');
    });
  });
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}
