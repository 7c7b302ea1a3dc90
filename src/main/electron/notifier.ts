import { Notification } from 'electron';
import type { SystemNotification } from '../views/notifications.ts';
import { notificationBody } from './notification-body.ts';

/** Tells the person something outside of the window, without a sound. */
export type Notifier = (notification: SystemNotification, clicked: () => void) => void;

export function createNotifier(): Notifier {
  // Electron's go with the garbage, and their clicks with them, unless somebody holds them.
  const held = new Set<Notification>();
  return ({ title, body }, clicked) => {
    if (!Notification.isSupported()) return;
    const notification = new Notification({
      title,
      body: notificationBody(body, process.platform),
      silent: true,
    });
    held.add(notification);
    notification.on('close', () => held.delete(notification));
    notification.on('click', () => {
      held.delete(notification);
      clicked();
    });
    notification.show();
  };
}
