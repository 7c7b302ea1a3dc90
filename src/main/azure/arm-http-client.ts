import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders, RestError } from '@azure/core-rest-pipeline';
import type { Fetch } from '../core/ports.ts';
import { networkFailure } from './network-failure.ts';

/** Milliseconds that ARM may take for one answer. */
const patience = 30_000;

/** The ARM SDK's way to the network: the same `fetch` as MSAL's, so that proxy and certificates are the system's. */
export function createArmHttpClient(fetch: Fetch): HttpClient {
  return {
    async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
      const timeout = AbortSignal.timeout(request.timeout > 0 ? request.timeout : patience);
      const signal = request.abortSignal instanceof AbortSignal ? request.abortSignal : undefined;
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
        return {
          request,
          status: response.status,
          headers: createHttpHeaders(Object.fromEntries(response.headers)),
          bodyAsText: await response.text(),
        };
      } catch (error) {
        throw new ArmNetworkError(error, request);
      }
    },
  };
}

/** A request that got no answer; the retry policy knows it by its code. */
export class ArmNetworkError extends RestError {
  readonly failure;

  constructor(cause: unknown, request: PipelineRequest) {
    const failure = networkFailure(cause, request.url);
    super(failure.reason, { code: RestError.REQUEST_SEND_ERROR, request });
    // RestError makes every subclass a plain RestError again.
    Object.setPrototypeOf(this, ArmNetworkError.prototype);
    this.failure = failure;
  }
}
