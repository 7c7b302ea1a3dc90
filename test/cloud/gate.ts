import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { faultyAnswer, type Faults, type IncomingCall, type RecordedRequest } from './faults.ts';
import type { World } from './world.ts';

export type Handler = (request: Request) => Response | Promise<Response>;
export type GatedHandler = (request: Request, bindings: HttpBindings) => Promise<Response>;

export interface Gate {
  /** Puts latency, faults and the record in front of a handler. */
  guard(service: IncomingCall['service'], handler: Handler): GatedHandler;
  readonly requests: readonly RecordedRequest[];
  /** Lets go of everything that waits. */
  close(): void;
}

const sharpNow = (): number => performance.timeOrigin + performance.now();

/** Sends headers and half of the body, then breaks the connection. */
async function sendHalf(response: Response, { outgoing }: HttpBindings): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'Content-Length': String(body.length),
  });
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

export function createGate(world: World, faults: Faults): Gate {
  const requests: RecordedRequest[] = [];
  const closing = new AbortController();
  const pause = async (milliseconds: number): Promise<void> => {
    if (milliseconds <= 0) return;
    await wait(milliseconds, undefined, { signal: closing.signal }).catch(() => undefined);
  };

  async function answer(
    call: IncomingCall,
    request: Request,
    bindings: HttpBindings,
    handler: Handler,
  ): Promise<{ readonly status: number; readonly response: Response }> {
    await pause(world.settings.current().latency);
    const fault = faults.next(call);
    const made = fault ? faultyAnswer(fault) : undefined;
    if (made) return { status: made.status, response: made };
    if (fault?.kind === 'reset') bindings.incoming.socket.destroy();
    if (fault?.kind === 'hang' && !bindings.incoming.socket.destroyed) {
      await once(bindings.incoming.socket, 'close');
    }
    if (fault?.kind === 'reset' || fault?.kind === 'hang') {
      return { status: 0, response: RESPONSE_ALREADY_SENT };
    }
    if (fault?.kind === 'delay') await pause(fault.delay ?? 1000);
    const response = await handler(request);
    response.headers.set('Date', new Date(world.clock.now()).toUTCString());
    if (fault?.kind !== 'truncate') return { status: response.status, response };
    return { status: response.status, response: await sendHalf(response, bindings) };
  }

  return {
    requests,
    close: () => closing.abort(),
    guard: (service, handler) => async (request, bindings) => {
      const start = sharpNow();
      const { pathname } = new URL(request.url);
      const host = request.headers.get('host') ?? '';
      const call = { service, method: request.method, path: pathname, host };
      const { status, response } = await answer(call, request, bindings, handler);
      requests.push({ ...call, status, start, end: sharpNow() });
      return response;
    },
  };
}
