import type { Update } from '../../shared/contract.ts';
import type { Clock } from './ports/clock.ts';
import type { ShownStore } from './shown-store.ts';

/** Milliseconds over which changes are gathered: two frames, so that a discovery of 1,000 tenants is not 1,000 messages. */
const gathering = 33;

/**
 * Sends the store's changes, those of a moment gathered into one update that carries the newest value of each changed
 * slice. The answer ends it.
 */
export function sendUpdates(
  store: Pick<ShownStore, 'subscribe'>,
  clock: Clock,
  send: (update: Update) => void,
): () => void {
  let pending: Update | undefined;
  let cancelTimer: (() => void) | undefined;

  const flush = (): void => {
    const update = pending;
    pending = undefined;
    cancelTimer = undefined;
    if (update) send(update);
  };

  const unsubscribe = store.subscribe((update) => {
    pending = pending
      ? {
          from: pending.from,
          revision: update.revision,
          changed: { ...pending.changed, ...update.changed },
        }
      : update;
    cancelTimer ??= clock.after(gathering, flush);
  });

  return () => {
    unsubscribe();
    cancelTimer?.();
  };
}
