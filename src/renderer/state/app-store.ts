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
 * are not drawn again. A missed revision asks for a snapshot again; what is older than the state is ignored, and an
 * update that overtakes its snapshot waits for it.
 */
export function createAppStore(bridge: Pick<Bridge, 'watch'>): AppStore {
  const listeners = new Set<() => void>();
  let current: Snapshot | undefined;
  /** The updates that came before their snapshot, while one is awaited. */
  let early: Update[] | undefined = [];
  let unwatch = bridge.watch(receive);

  function receive(message: Snapshot | Update): void {
    if ('state' in message) {
      receiveSnapshot(message);
      return;
    }
    if (current === undefined || early !== undefined) {
      early?.push(message);
      return;
    }
    if (message.revision <= current.revision) return;
    if (message.from !== current.revision) {
      watchAgain();
      return;
    }
    publish({
      revision: message.revision,
      state: { ...current.state, ...message.changed },
    });
  }

  function receiveSnapshot(snapshot: Snapshot): void {
    if (current !== undefined && snapshot.revision < current.revision) return;
    const held = early ?? [];
    early = undefined;
    publish(snapshot);
    for (const update of held) receive(update);
  }

  function watchAgain(): void {
    early = [];
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
