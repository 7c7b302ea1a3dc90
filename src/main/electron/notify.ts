import { Notification } from 'electron';
import type { Store } from '../core/store.ts';
import { newNotifications } from '../views/notifications.ts';

/** Tells the system once what is worth it; a click shows the window. Nothing is opened by itself. */
export function notifyOf(store: Pick<Store, 'state' | 'subscribe'>, show: () => void): void {
  if (!Notification.isSupported()) return;
  let before = store.state().notices;
  store.subscribe(({ changed }) => {
    if (!changed.notices) return;
    const state = store.state();
    for (const { title, body } of newNotifications(before, state)) {
      const notification = new Notification({ title, body, silent: true });
      notification.on('click', show);
      notification.show();
    }
    before = state.notices;
  });
}
