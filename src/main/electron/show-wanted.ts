import type { Store } from '../core/store.ts';

/** Brings the window up when one of its pages is asked for, from wherever that was. */
export function showWanted(store: Pick<Store, 'subscribe'>, show: () => void): void {
  store.subscribe(({ changed }) => {
    if (changed.wanted?.page !== undefined) show();
  });
}
