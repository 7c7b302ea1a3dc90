import type { FromHost } from './control.ts';

/** Tells the program that started this host, where one did and listens. */
export function tellHarness(message: FromHost): void {
  if (process.connected) process.send?.(message, undefined, {}, () => undefined);
}
