import { AsyncLocalStorage } from 'node:async_hooks';
import type { NetworkFailure } from './network-failure.ts';

/**
 * What really happened on the wire during one MSAL call. MSAL's errors lose it: a polling error keeps only the word
 * `authorization_declined`, a failed discovery only `endpoints_resolution_error`, and a certificate error nothing at
 * all. The network client writes here what it saw, and the error translation reads it.
 */
export type Exchange =
  | { readonly kind: 'answered' }
  | { readonly kind: 'refused'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'failed'; readonly failure: NetworkFailure };

interface Recording {
  readonly signal: AbortSignal | undefined;
  last: Exchange | undefined;
}

const recordings = new AsyncLocalStorage<Recording>();

export function noteExchange(exchange: Exchange): void {
  const recording = recordings.getStore();
  if (recording) recording.last = exchange;
}

/** What ends the requests of the call under way; MSAL has no way to pass it on. */
export function exchangeSignal(): AbortSignal | undefined {
  return recordings.getStore()?.signal;
}

/** Runs MSAL, and hands its error to `recovered` together with the last exchange that it made. */
export async function withExchanges<T>(
  run: () => Promise<T>,
  recovered: (error: unknown, last: Exchange | undefined) => T,
  signal?: AbortSignal,
): Promise<T> {
  const recording: Recording = { signal, last: undefined };
  try {
    return await recordings.run(recording, run);
  } catch (error) {
    return recovered(error, recording.last);
  }
}
