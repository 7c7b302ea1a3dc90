import { loopbackAddress } from '../../shared/container-door.ts';
import type { Problem } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Listen, ListenAt } from '../core/listener.ts';
import type { Clock } from '../core/ports/clock.ts';
import { endpointRoute } from './endpoint-guard.ts';
import type { EndpointLimits } from './endpoint-limits.ts';
import { createEndpointCounters } from './endpoint-limits.ts';
import { createEndpointServer } from './endpoint-server.ts';
import { errorCode } from './error-code.ts';
import type { FindCaller } from './find-caller.ts';
import { boundPort, closed, listen } from './listen.ts';

export interface OpenEndpointDeps {
  readonly clock: Clock;
  readonly limits: EndpointLimits;
  readonly findCaller: FindCaller;
  readonly failed: (error: unknown) => void;
}

/** Listens at one address each time, and answers to that address and the names it is given. */
export function createListen({ clock, limits, findCaller, failed }: OpenEndpointDeps): Listen {
  const counters = createEndpointCounters(limits, clock);
  return async (service, wanted) => {
    const hosts = new Set<string>();
    const server = createEndpointServer({ service, counters, findCaller, hosts, failed });
    const { address } = wanted;
    try {
      await listen(server, { host: address, port: wanted.port, exclusive: true });
    } catch (error) {
      if (error instanceof Error) return fail(notOpened(error, wanted));
      throw error;
    }
    const port = boundPort(server);
    const answerTo = (hostName?: string): void => {
      const names = [address, ...(address === loopbackAddress ? ['localhost'] : []), hostName];
      hosts.clear();
      for (const name of names) if (name !== undefined) hosts.add(`${name}:${port}`);
    };
    answerTo();
    return succeed({
      address: `http://${address}:${port}${endpointRoute}`,
      port,
      alsoKnownAs: answerTo,
      async close() {
        const gone = closed(server);
        server.closeAllConnections();
        await gone;
      },
    });
  };
}

function notOpened(error: Error, place: ListenAt): Problem {
  return { kind: 'endpoint', message: whyNot(errorCode(error), place), detail: error.message };
}

function whyNot(code: unknown, { address, port }: ListenAt): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Choose another one, or 0 for any.`;
    case 'EADDRNOTAVAIL':
      return `${address} is no address of this computer. A container network has one once it runs.`;
    default:
      return 'The SDK endpoint could not be opened.';
  }
}
