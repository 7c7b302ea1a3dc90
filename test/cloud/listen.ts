import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import type { ServerCertificate } from './certificate.ts';
import type { GatedHandler } from './gate.ts';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves over TLS on the loopback interface; port 0 is any free one. */
export async function listen(
  certificate: ServerCertificate,
  handler: GatedHandler,
  port: number,
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
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No TCP port was bound.');
  return {
    port: address.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
