import type { Server } from 'node:http';
import type { Problem } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Listen } from '../core/endpoint.ts';
import type { Clock } from '../core/ports.ts';
import { endpointRoute } from './endpoint-guard.ts';
import type { EndpointLimits } from './endpoint-server.ts';
import { createEndpointServer } from './endpoint-server.ts';

export interface OpenEndpointDeps {
  readonly clock: Clock;
  readonly limits: EndpointLimits;
  readonly failed: (error: unknown) => void;
}

const loopback = '127.0.0.1';

/** Listens on the loopback interface, and on no other. */
export function createListen(deps: OpenEndpointDeps): Listen {
  return async (service, wantedPort) => {
    const hosts = new Set<string>();
    const server = createEndpointServer({ ...deps, service, hosts });
    const port = await listen(server, wantedPort).catch((error: unknown) => {
      if (error instanceof Error) return error;
      throw error;
    });
    if (port instanceof Error) return fail(notOpened(port, wantedPort));
    for (const name of [loopback, 'localhost']) hosts.add(`${name}:${port}`);
    return succeed({
      address: `http://${loopback}:${port}${endpointRoute}`,
      port,
      close: () => close(server),
    });
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: loopback, port, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function notOpened(error: Error, port: number): Problem {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  return {
    kind: 'endpoint',
    message: isTaken
      ? `Port ${port} is in use by another program. Choose another one, or 0 for any.`
      : 'The SDK endpoint could not be opened.',
    detail: error.message,
  };
}
