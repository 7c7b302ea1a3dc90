import { chmod, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { claimName } from './claim-name.ts';
import { errorCode } from './error-code.ts';
import { hostName } from './guard.ts';
import { closed, listen, openOnlyFor } from './listen.ts';
import { prepareSocketPlace } from './socket-place.ts';
import type { WayIn } from './way-in.ts';

/**
 * The way in on Linux and macOS: a socket in a folder that only its user can enter. It is bound under a name of its own first
 * and then linked to the shared one.
 */
export const socketWayIn: WayIn = {
  async claim(profile, createServer) {
    const place = await prepareSocketPlace(profile);
    const { folder, socket } = place;
    const server = createServer({ letsIn: ({ host }) => host === hostName });
    const own = join(folder, `${process.pid}.sock`);
    await rm(own, { force: true });
    await listen(server, { path: own });
    const name = await openOnlyFor(server, async () => {
      await chmod(own, 0o600);
      return claimName(own, socket, answers);
    });
    if (!name) return undefined;
    return {
      server,
      foundAt: socket,
      async release() {
        await name.release();
        await closed(server);
        await place.leave();
      },
    };
  },
  async reach(profile) {
    const { socket } = await prepareSocketPlace(profile);
    return { socketPath: socket, headers: { Host: hostName } };
  },
};

/** Whether a process listens; one that is too busy to accept still does. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(path);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', (error) => {
      resolve(errorCode(error) === 'EAGAIN');
    });
  });
}
