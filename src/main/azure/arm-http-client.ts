import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders, RestError } from '@azure/core-rest-pipeline';
import type { Fetch } from '../core/ports/desktop.ts';
import type { NetworkFailure } from './network-failure.ts';
import { networkFailure } from './network-failure.ts';

/** Seconds that are waited for ARM when it asks for it. */
const longestWait = 60;

/** Milliseconds that ARM may take for one answer. */
const patience = 30_000;

/** The ARM SDK's way to the network: the same `fetch` as MSAL's, so that proxy and certificates are the system's. */
export function createArmHttpClient(fetch: Fetch): HttpClient {
  return {
    async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
      const timeout = AbortSignal.timeout(request.timeout > 0 ? request.timeout : patience);
      const signal = request.abortSignal instanceof AbortSignal ? request.abortSignal : undefined;
      let answered = false;
      try {
        const response = await fetch(request.url, {
          method: request.method,
          headers: request.headers.toJSON({ preserveCase: true }),
          ...(typeof request.body === 'string' ? { body: request.body } : {}),
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
          redirect: 'error',
          cache: 'no-store',
          credentials: 'omit',
        });
        answered = true;
        return {
          request,
          status: response.status,
          headers: createHttpHeaders(withoutLongWait(response.headers)),
          bodyAsText: await response.text(),
        };
      } catch (error) {
        throw new ArmNetworkError(error, request, answered);
      }
    },
  };
}

/**
 * The SDK waits as long as it is told to; over a minute that is a failure with its reason, not a list that loads for an
 * hour (https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling).
 */
function withoutLongWait(headers: Headers): Record<string, string> {
  const seconds = Number(headers.get('retry-after') ?? 0);
  const entries = [...headers].filter(
    ([name]) => seconds <= longestWait || !name.endsWith('retry-after'),
  );
  return Object.fromEntries(entries);
}

const retryCodes: Readonly<Record<NetworkFailure['kind'], string>> = {
  offline: 'ECONNRESET',
  'timed-out': 'ETIMEDOUT',
  proxy: RestError.REQUEST_SEND_ERROR,
  tls: RestError.REQUEST_SEND_ERROR,
  'unexpected-answer': RestError.REQUEST_SEND_ERROR,
};

/** A request that got no answer. The SDK's retry policy goes by codes of Node's sockets, which other hosts do not use. */
export class ArmNetworkError extends RestError {
  readonly failure: NetworkFailure;

  /** @param answered whether an answer had begun: one that breaks off is cut short, which is not offline */
  constructor(cause: unknown, request: PipelineRequest, answered: boolean) {
    const found = networkFailure(cause, request.url);
    const cutShort = answered && found.kind === 'offline';
    const failure: NetworkFailure = cutShort ? { ...found, kind: 'unexpected-answer' } : found;
    super(failure.reason, { code: retryCodes[failure.kind], request });
    // RestError makes every subclass a plain RestError again.
    Object.setPrototypeOf(this, ArmNetworkError.prototype);
    this.failure = failure;
  }
}
