import type { AppState, SliceName } from '../../shared/app-state.ts';
import { nobody } from './initial-state.ts';
import type { Store } from './store.ts';

/** What a surface is given of the store. */
export type ShownStore = Pick<Store, 'snapshot' | 'subscribe'>;

/**
 * The state as the window may have it. While the app is locked, who signed in, what they reach and what they did is not
 * hidden by the window but kept from it.
 */
export function shown(state: AppState): AppState {
  return state.lock.kind === 'locked' ? { ...state, ...nobody } : state;
}

export function createShownStore(store: Store): ShownStore {
  let before = shown(store.state());
  const listeners = new Set<Parameters<Store['subscribe']>[0]>();
  store.subscribe((update) => {
    const after = shown(store.state());
    const names = Object.keys(after) as SliceName[];
    // An update that says nothing still travels: a receiver knows by the revisions that it missed none.
    const changed = Object.fromEntries(
      names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
    );
    before = after;
    for (const listener of listeners) listener({ ...update, changed });
  });
  return {
    snapshot() {
      const { revision, state } = store.snapshot();
      return { revision, state: shown(state) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
