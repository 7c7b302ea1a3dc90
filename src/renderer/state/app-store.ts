import type { AppState } from '../../shared/app-state.ts';
import type { Bridge, Snapshot, Update } from '../../shared/contract.ts';

/** The window's copy of the one state. */
export interface AppStore {
  /** The state, once the first snapshot has arrived. */
  readonly read: () => AppState | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Watches main and keeps the last state. Slices that did not change keep their identity, so that readers of one slice
 * are not drawn again. A missed revision asks for a snapshot again; what is older than the state is ignored.
 */
export function createAppStore(bridge: Pick<Bridge, 'watch'>): AppStore {
  const listeners = new Set<() => void>();
  let current: Snapshot | undefined;
  let awaitingSnapshot = true;
  let unwatch = bridge.watch(receive);

  function receive(message: Snapshot | Update): void {
    if ('state' in message) {
      awaitingSnapshot = false;
      publish(message);
      return;
    }
    if (current === undefined || awaitingSnapshot || message.revision <= current.revision) return;
    if (message.from !== current.revision) {
      watchAgain();
      return;
    }
    publish({
      revision: message.revision,
      state: { ...current.state, ...message.changed },
    });
  }

  function watchAgain(): void {
    awaitingSnapshot = true;
    unwatch();
    unwatch = bridge.watch(receive);
  }

  function publish(next: Snapshot): void {
    current = next;
    for (const listener of listeners) listener();
  }

  return {
    read: () => current?.state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
