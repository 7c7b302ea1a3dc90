import type { Clock } from '../core/ports/clock.ts';
import { claimSocket } from './claim-socket.ts';
import { createCommandServer } from './command-server.ts';
import { prepareSocketPlace } from './socket-place.ts';
import type { Interpret } from './terminal.ts';

/** The way in for terminals. It listens from the start; who asks before `serve` waits. */
export interface Bridge {
  readonly socket: string;
  serve(interpret: Interpret): void;
  /** Ends what is under way, and gives the profile up once all that has to be written to it is. */
  close(written?: Promise<unknown>): Promise<void>;
}

/**
 * Claims the profile's socket.
 *
 * @returns nothing when another process serves this profile already
 */
export async function openBridge(profile: string, clock: Clock): Promise<Bridge | undefined> {
  const ready = Promise.withResolvers<Interpret>();
  const place = await prepareSocketPlace(profile);
  const server = createCommandServer(ready.promise, clock);
  const claimed = await claimSocket(place, server);
  if (!claimed) return undefined;
  return {
    socket: place.socket,
    serve: (interpret) => ready.resolve(interpret),
    async close(written) {
      server.closeAllConnections();
      await written;
      const released = claimed.release();
      server.closeAllConnections();
      await released;
      await place.leave();
    },
  };
}
