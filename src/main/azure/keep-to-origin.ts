import type { HttpClient } from '@azure/core-rest-pipeline';
import { Refusal } from './refusal.ts';

/**
 * Sends requests to one service alone. Where a list goes on is said by its answer, and the SDK takes the token to whatever
 * host that names.
 */
export function keepToOrigin(service: string, httpClient: HttpClient): HttpClient {
  const { origin, host } = new URL(service);
  return {
    async sendRequest(request) {
      const asked = new URL(request.url);
      if (asked.origin === origin) return httpClient.sendRequest(request);
      throw new Refusal({
        kind: 'unexpected-answer',
        message: `${host} wants its list to be read on at ${asked.host}. Azimuth sends its token nowhere else, so the list stays as it was.`,
        remedy: { kind: 'retry' },
      });
    },
  };
}
