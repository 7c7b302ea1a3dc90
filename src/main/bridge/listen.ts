import type { ListenOptions, Server } from 'node:net';

/** Resolves once the server listens. */
export function listen(server: Server, place: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(place, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The port that a listening server got. */
export function boundPort(server: Server): number {
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : 0;
}

/** Keeps a server open only for what it is meant to get: without that, or where getting it fails, it closes. */
export async function openOnlyFor<T>(
  server: Server,
  get: () => Promise<T | undefined>,
): Promise<T | undefined> {
  let got: T | undefined;
  try {
    got = await get();
  } finally {
    if (got === undefined) server.close();
  }
  return got;
}

/** Stops listening; resolves when the last connection has gone. */
export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });
