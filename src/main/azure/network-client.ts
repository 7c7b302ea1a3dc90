import { setTimeout as wait } from 'node:timers/promises';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { Fetch } from '../core/ports/desktop.ts';
import { exchangeSignal, noteExchange } from './exchange.ts';
import type { NetworkFailure } from './network-failure.ts';
import { networkFailure } from './network-failure.ts';

/** Milliseconds that Entra ID may take for one answer. */
const patience = 30_000;

/** Seconds that `slow_down` adds to the polling interval (https://www.rfc-editor.org/rfc/rfc8628#section-3.5). */
const slowDownSeconds = 5;

/** MSAL's way to the network. Every answer is noted, so that errors can be told from what was really said. */
export function createNetworkClient(fetch: Fetch): INetworkModule {
  const send = async <T>(
    method: 'GET' | 'POST',
    address: string,
    options: NetworkRequestOptions | undefined,
    timeout: number,
  ): Promise<NetworkResponse<T>> => {
    const failed = (failure: NetworkFailure): Error => {
      noteExchange({ kind: 'failed', failure });
      return new Error(`${failure.kind}: ${failure.reason}`);
    };
    let response: Response;
    let text: string;
    try {
      response = await fetch(address, {
        method,
        ...(options?.headers ? { headers: options.headers } : {}),
        ...(method === 'POST' ? { body: options?.body ?? '' } : {}),
        signal: endedBy(AbortSignal.timeout(timeout), exchangeSignal()),
        redirect: 'error',
        cache: 'no-store',
        credentials: 'omit',
      });
      text = await response.text();
    } catch (error) {
      throw failed(networkFailure(error, address));
    }
    const { status } = response;
    const body = parseJson(text);
    if (body === undefined && status >= 500) {
      // The front door of a service in trouble answers with a page; below 500 a page is not Entra ID's.
      noteExchange({ kind: 'refused', status, body });
      throw new Error(`the service answered with status ${status}`);
    }
    if (body === undefined) {
      throw failed({
        kind: 'unexpected-answer',
        host: new URL(address).host,
        reason: `status ${status}, ${response.headers.get('content-type') ?? 'no content type'}`,
      });
    }
    noteExchange(response.ok ? { kind: 'answered' } : { kind: 'refused', status, body });
    return {
      headers: Object.fromEntries(response.headers),
      body: body as T,
      status,
    };
  };

  return {
    sendGetRequestAsync: (address, options, timeout) =>
      send('GET', address, options, timeout ?? patience),
    async sendPostRequestAsync<T>(address: string, options?: NetworkRequestOptions) {
      const answer = await send<T>('POST', address, options, patience);
      if (!isSlowDown(answer.body)) return answer;
      // MSAL gives up on `slow_down`; the protocol wants it to go on, more slowly.
      await wait(slowDownSeconds * 1_000);
      return { ...answer, body: { ...answer.body, error: 'authorization_pending' } };
    },
  };
}

function endedBy(timeout: AbortSignal, signal: AbortSignal | undefined): AbortSignal {
  return signal ? AbortSignal.any([timeout, signal]) : timeout;
}

function isSlowDown(body: unknown): body is { readonly error: 'slow_down' } {
  return typeof body === 'object' && body !== null && 'error' in body && body.error === 'slow_down';
}

/** An object, or nothing: a string or a number is no answer of a token endpoint. */
function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
