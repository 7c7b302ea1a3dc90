import { join } from 'node:path';
import type { Colour } from '../../shared/colour.ts';
import type { TraySign } from '../views/tray-look.ts';

/**
 * The picture for a sign. On macOS it is a template, which the system colours itself; elsewhere it is light for dark panels
 * and dark for light ones. Linux has its own: its desktops are given one picture and make it smaller.
 */
export function trayIcon(
  folder: string,
  platform: string,
  sign: TraySign,
  panelIsDark: boolean,
): string {
  if (platform === 'darwin') return join(folder, 'darwin', `${sign}Template.png`);
  const tone = panelIsDark ? 'on-dark' : 'on-light';
  return join(folder, platform === 'win32' ? 'win32' : 'linux', `${sign}-${tone}.png`);
}

/** The dot before a menu line. */
export const colourDot = (folder: string, colour: Colour, menuIsDark: boolean): string =>
  join(folder, 'dots', `${colour}-${menuIsDark ? 'dark' : 'light'}.png`);
