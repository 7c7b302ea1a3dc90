/**
 * Required by Electron before the app's main module when tests launch it: keeps what a test could not
 * ask Electron for afterwards (tray icons, pop-up menus, notifications, addresses given to the system
 * browser). It changes no security setting. See `launch-electron.ts`.
 */
const { Menu, Notification, Tray, shell } = require('electron');

const kept = { opened: [], trayMenu: null, popupMenu: null, notifications: [] };
Object.defineProperty(globalThis, 'azimuthTestRecord', { value: kept });

function watch(prototype, method, saw) {
  const original = prototype[method];
  prototype[method] = function watched(...args) {
    saw(this, ...args);
    return original.apply(this, args);
  };
}

watch(Tray.prototype, 'setContextMenu', (_tray, menu) => (kept.trayMenu = menu));
watch(Menu.prototype, 'popup', (menu) => (kept.popupMenu = menu));
watch(Notification.prototype, 'show', (notification) => {
  kept.notifications.push(notification);
  notification.once('close', () => (notification.wasClosed = true));
});
shell.openExternal = async (url) => void kept.opened.push(url);
