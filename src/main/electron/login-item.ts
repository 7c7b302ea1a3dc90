import { join } from 'node:path';
import { app } from 'electron';
import type { LoginItem } from '../core/ports/desktop.ts';
import { createAutostart } from './autostart.ts';
import { createLoginSettings, openedAtLogin } from './login-settings.ts';

const args = ['--hidden'];

/**
 * The system's own way to start an app at sign-in; none for a program that is not installed. On macOS nobody is asked for
 * arguments: there the system says how the app was opened.
 */
export function systemLoginItem(): LoginItem | undefined {
  if (!process.versions['electron'] || !app.isPackaged) return undefined;
  if (process.platform === 'linux') {
    const program = process.env['APPIMAGE'] ?? app.getPath('exe');
    return createAutostart(join(app.getPath('appData'), 'autostart'), [program, ...args]);
  }
  return createLoginSettings(app, args);
}

export const wasOpenedAtLogin = (): boolean => openedAtLogin(app, process.platform);
