import type { Clock } from '../core/ports/clock.ts';
import { createCommandServer } from './command-server.ts';
import { createLoopbackWayIn } from './loopback-way-in.ts';
import { socketWayIn } from './socket-way-in.ts';
import type { Interpret } from './terminal.ts';
import type { WayIn } from './way-in.ts';
import { makePrivateOnWindows } from './windows-folder.ts';

/** The way in for terminals. It listens from the start; who asks before `serve` waits. */
export interface Bridge {
  /** The socket, or on Windows the key file of the port. */
  readonly foundAt: string;
  serve(interpret: Interpret): void;
  /** Ends what is under way, and gives the profile up once all that has to be written to it is. */
  close(written?: Promise<unknown>): Promise<void>;
}

export const systemWayIn: WayIn =
  process.platform === 'win32' ? createLoopbackWayIn(makePrivateOnWindows) : socketWayIn;

/**
 * Claims the profile's way in.
 *
 * @returns nothing when another process serves this profile already
 */
export async function openBridge(
  profile: string,
  clock: Clock,
  wayIn = systemWayIn,
): Promise<Bridge | undefined> {
  const ready = Promise.withResolvers<Interpret>();
  const claimed = await wayIn.claim(profile, (door) =>
    createCommandServer(ready.promise, clock, door),
  );
  if (!claimed) return undefined;
  const { server, foundAt } = claimed;
  return {
    foundAt,
    serve: (interpret) => ready.resolve(interpret),
    async close(written) {
      server.closeAllConnections();
      await written;
      const released = claimed.release();
      server.closeAllConnections();
      await released;
    },
  };
}
