import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { clipboard, clipboardKind, clipboardTypes } from './clipboard.ts';
import type { AppFacts, Gives, Takes, TrayFacts, Verb, WindowFacts } from './control.ts';
import { answerNextDialog, shownDialogs } from './dialog.ts';
import { createEvent } from './event.ts';
import { pressShortcut, registeredShortcuts, takeShortcut } from './global-shortcut.ts';
import { invokeHandler } from './ipc-main.ts';
import { Menu, clickMenu, describeMenu, openPopup } from './menu.ts';
import { pictureName } from './native-image.ts';
import { setSystemTheme } from './native-theme.ts';
import { setOnline } from './net.ts';
import { clickNotification, shownNotifications } from './notification.ts';
import { powerMonitor, setIdleSeconds } from './power-monitor.ts';
import { safeStorage } from './safe-storage.ts';
import { sleep } from './sleep.ts';
import { allTrays } from './tray.ts';
import type { Tray } from './tray.ts';

function onlyWindow(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) throw new Error('The app has no window.');
  return window;
}

function onlyTray(): Tray {
  const [tray] = allTrays();
  if (!tray) throw new Error('The app has no tray icon.');
  return tray;
}

function plain(value: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => typeof item !== 'function')
      .map(([key, item]) => [key, isPlainObject(item) ? plain(item) : item])
      .filter(([, item]) => typeof item !== 'object' || isPlainObject(item) || Array.isArray(item)),
  );
}

function isPlainObject(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !('toPNG' in value)
  );
}

const describeWindow = (window: BrowserWindow): WindowFacts => ({
  id: window.id,
  title: window.title,
  url: window.webContents.getURL(),
  visible: window.isVisible(),
  focused: window.isFocused(),
  bounds: window.getBounds(),
  options: plain(window.options),
});

const describeTray = (tray: Tray): TrayFacts => ({
  icon: pictureName(tray.getImage()),
  toolTip: tray.toolTip,
  title: tray.getTitle(),
  menu: describeMenu(tray.menu),
});

const describeApp = (): AppFacts => ({
  ready: app.isReady(),
  clipboard: clipboardKind(),
  storageBackend: safeStorage.getSelectedStorageBackend(),
  loginItem: app.getLoginItemSettings().openAtLogin,
  shortcuts: registeredShortcuts(),
});

type Handlers = {
  readonly [V in Exclude<Verb, 'attach'>]: (given: Takes<V>) => Gives<V> | Promise<Gives<V>>;
};

/** Does a thing and answers null. */
const done = (_result: void): null => null;

/** What each verb does. */
export const controlVerbs: Handlers = {
  'app-facts': describeApp,
  windows: () => BrowserWindow.getAllWindows().map(describeWindow),
  'show-window': () => done(onlyWindow().show()),
  'hide-window': () => done(onlyWindow().hide()),
  'close-window': () => done(onlyWindow().close()),
  'crash-window': () => done(onlyWindow().webContents.forcefullyCrashRenderer()),
  quit: () => {
    app.quit();
    return null;
  },
  'read-clipboard': () => clipboard.readText(),
  'write-clipboard': async (text) => done(await clipboard.writeText(text)),
  'clipboard-types': clipboardTypes,
  trays: () => allTrays().map(describeTray),
  'click-tray': () => done(onlyTray().press()),
  'click-tray-menu': (path) => done(clickMenu(onlyTray().menu, path)),
  'application-menu': () => describeMenu(Menu.getApplicationMenu()),
  'click-application-menu': (path) => done(clickMenu(Menu.getApplicationMenu(), path)),
  'popup-menu': () => {
    const menu = openPopup();
    return menu && describeMenu(menu);
  },
  'click-popup-menu': (path) => {
    const menu = openPopup();
    clickMenu(menu, path);
    menu?.closePopup();
    return null;
  },
  notifications: shownNotifications,
  'click-notification': (id) => done(clickNotification(id)),
  dialogs: shownDialogs,
  'answer-next-dialog': (answer) => done(answerNextDialog(answer)),
  'set-theme': (theme) => done(setSystemTheme(theme)),
  'set-online': (online) => done(setOnline(online)),
  'emit-power': (event) => {
    powerMonitor.emit(event);
    return null;
  },
  sleep: (milliseconds) => done(sleep(milliseconds)),
  'set-idle': (seconds) => done(setIdleSeconds(seconds)),
  'emit-second-instance': (argv) => {
    app.emit('second-instance', createEvent({}), [process.execPath, ...argv], process.cwd(), null);
    return null;
  },
  'emit-activate': () => {
    app.emit('activate', createEvent({}), BrowserWindow.getAllWindows().length > 0);
    return null;
  },
  'take-shortcut': (accelerator) => done(takeShortcut(accelerator)),
  'press-shortcut': (accelerator) => done(pressShortcut(accelerator)),
  'invoke-from-frame': ({ frame: start, channel, args }) => {
    const { webContents } = onlyWindow();
    const frames = webContents.mainFrame.framesInSubtree;
    const frame = frames.find(({ url }) => url.startsWith(start));
    if (!frame)
      throw new Error(`No frame at ${start}; there are ${frames.map((f) => f.url).join(', ')}`);
    return invokeHandler(webContents, frame, channel, args);
  },
};
