import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders, RestError } from '@azure/core-rest-pipeline';
import type { Fetch } from '../core/ports.ts';
import type { NetworkFailure } from './network-failure.ts';
import { networkFailure } from './network-failure.ts';

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
          headers: createHttpHeaders(Object.fromEntries(response.headers)),
          bodyAsText: await response.text(),
        };
      } catch (error) {
        throw new ArmNetworkError(error, request, answered);
      }
    },
  };
}

/** A request that got no answer; the retry policy knows it by its code. */
export class ArmNetworkError extends RestError {
  readonly failure: NetworkFailure;

  /** @param answered whether an answer had begun: one that breaks off is cut short, which is not offline */
  constructor(cause: unknown, request: PipelineRequest, answered: boolean) {
    const found = networkFailure(cause, request.url);
    const cutShort = answered && found.kind === 'offline';
    const failure: NetworkFailure = cutShort ? { ...found, kind: 'unexpected-answer' } : found;
    super(failure.reason, { code: RestError.REQUEST_SEND_ERROR, request });
    // RestError makes every subclass a plain RestError again.
    Object.setPrototypeOf(this, ArmNetworkError.prototype);
    this.failure = failure;
  }
}
