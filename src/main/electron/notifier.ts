import { Notification } from 'electron';
import type { SystemNotification } from '../views/notifications.ts';
import { notificationBody } from './notification-body.ts';

/**
 * Tells the person something outside of the window, without a sound.
 *
 * @param unseen called instead of all else where the desktop shows no notifications
 */
export type Notifier = (
  notification: SystemNotification,
  clicked: () => void,
  unseen?: () => void,
) => void;

export function createNotifier(): Notifier {
  // Electron's go with the garbage, and their clicks with them, unless somebody holds them.
  const held = new Set<Notification>();
  return ({ title, body }, clicked, unseen = () => undefined) => {
    if (!Notification.isSupported()) return unseen();
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
    // On Linux too, although not documented: libnotify may be there, and no service that shows anything.
    notification.on('failed', () => {
      held.delete(notification);
      unseen();
    });
    notification.show();
  };
}
