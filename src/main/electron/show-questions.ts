import type { Store } from '../core/store.ts';

/** Brings the window up when a program waits for somebody to allow its token: an unseen question helps nobody. */
export function showQuestions(store: Pick<Store, 'subscribe'>, show: () => void): void {
  let seen: ReadonlySet<string> = new Set();
  store.subscribe(({ changed }) => {
    if (!changed.confirmations) return;
    const { asked } = changed.confirmations;
    if (asked.some(({ id, surface }) => surface !== 'window' && !seen.has(id))) show();
    seen = new Set(asked.map(({ id }) => id));
  });
}
