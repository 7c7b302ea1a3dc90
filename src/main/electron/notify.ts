import type { Store } from '../core/store.ts';
import { newNotifications } from '../views/notifications.ts';
import type { Notifier } from './notifier.ts';

/** Tells the system once what is worth it; a click shows the window. Nothing is opened by itself. */
export function notifyOf(
  store: Pick<Store, 'state' | 'subscribe'>,
  notify: Notifier,
  show: () => void,
): void {
  let before = store.state();
  store.subscribe(({ changed }) => {
    if (!changed.notices && !changed.confirmations && !changed.activity) return;
    const state = store.state();
    for (const notification of newNotifications(before, state)) notify(notification, show);
    before = state;
  });
}
