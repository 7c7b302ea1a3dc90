import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import type { ServerCertificate } from './certificate.ts';
import type { GatedHandler } from './gate.ts';

export interface Endpoint {
  /** 0 is any free one. */
  readonly port: number;
  /** A loopback address. */
  readonly address?: string | undefined;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves over TLS on the loopback interface. */
export async function listen(
  certificate: ServerCertificate,
  handler: GatedHandler,
  { port, address = '127.0.0.1' }: Endpoint,
): Promise<Listening> {
  const listener = getRequestListener((request, { incoming, outgoing }) => {
    if (!(incoming instanceof IncomingMessage) || !(outgoing instanceof ServerResponse)) {
      return new Response('HTTP/2 is not spoken here.', { status: 505 });
    }
    return handler(request, { incoming, outgoing });
  });
  const server: Server = createServer(
    { key: certificate.privateKey, cert: certificate.chain },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.listen(port, address);
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No TCP port was bound.');
  return {
    port: bound.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
