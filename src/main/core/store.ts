import type { AppState, SliceName } from '../../shared/app-state.ts';
import type { Snapshot, Update } from '../../shared/contract.ts';
import type { AppEvent } from './events.ts';
import { reduce } from './reducer.ts';

/**
 * The one holder of the state. Listeners hear which slices changed, after they changed, and all of them in the order of the
 * revisions, also when one of them applies an event of its own.
 */
export interface Store {
  state(): AppState;
  snapshot(): Snapshot;
  apply(event: AppEvent): void;
  subscribe(listener: (update: Update) => void): () => void;
}

export function createStore(initial: AppState): Store {
  const listeners = new Set<(update: Update) => void>();
  let state = initial;
  let revision = 0;
  const undelivered: Update[] = [];
  let delivering = false;

  const deliver = (): void => {
    if (delivering) return;
    delivering = true;
    try {
      for (let next = undelivered.shift(); next; next = undelivered.shift()) {
        for (const listener of listeners) listener(next);
      }
    } finally {
      delivering = false;
    }
  };

  return {
    state: () => state,
    snapshot: () => ({ revision, state }),
    apply(event) {
      const next = reduce(state, event);
      const changed = changedSlices(state, next);
      state = next;
      if (Object.keys(changed).length === 0) return;
      revision += 1;
      undelivered.push({ from: revision - 1, revision, changed });
      deliver();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function changedSlices(before: AppState, after: AppState): Partial<AppState> {
  const names = Object.keys(after) as SliceName[];
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}
