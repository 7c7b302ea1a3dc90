import { useSyncExternalStore } from 'react';

/** One timer for every countdown in the window, running only while something counts. */
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

/**
 * What `read` says of the present moment, to the second. The caller is drawn again only when the answer changes, so
 * it has to be a string, a number or a boolean.
 */
export function useNow<T extends string | number | boolean | undefined>(
  read: (now: number) => T,
): T {
  return useSyncExternalStore(subscribe, () => {
    if (timer === undefined) now = Date.now();
    return read(now);
  });
}
