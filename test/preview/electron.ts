/**
 * What the app gets when it imports `electron` on the preview host: a test and preview aid on Node
 * and Chromium. It is not Electron. `docs/preview-host.md` says what differs.
 */
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { ClipboardItem, clipboard } from './clipboard.ts';
import { dialog } from './dialog.ts';
import { globalShortcut } from './global-shortcut.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { net } from './net.ts';
import { Notification } from './notification.ts';
import { powerMonitor } from './power-monitor.ts';
import { protocol } from './protocol.ts';
import { safeStorage } from './safe-storage.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { systemPreferences } from './system-preferences.ts';
import { Tray } from './tray.ts';
import { webContents } from './web-contents.ts';

export {
  BrowserWindow,
  ClipboardItem,
  Menu,
  MenuItem,
  Notification,
  Tray,
  app,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  webContents,
};

const electron = {
  BrowserWindow,
  ClipboardItem,
  Menu,
  MenuItem,
  Notification,
  Tray,
  app,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  webContents,
};

electron satisfies Partial<Record<keyof typeof import('electron'), unknown>>;

export default electron;
