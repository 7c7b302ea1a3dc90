import { BrowserWindow } from 'electron';
import type { SystemClipboard } from '../core/ports/desktop.ts';
import { systemClipboard } from './system-clipboard.ts';
import { findWaylandClipboard } from './wayland-clipboard.ts';

export interface DesktopClipboard {
  readonly clipboard: SystemClipboard;
  /** Whether it takes something only while a window of ours is in front. */
  readonly needsFocus: boolean;
  /** Whether clipboard histories can be told not to keep a secret, as far as is known before one is written. */
  readonly marksSecrets: boolean;
}

/** The clipboard of the desktop that this process runs on. */
export async function findClipboard(): Promise<DesktopClipboard> {
  const isWayland = process.platform === 'linux' && Boolean(process.env['WAYLAND_DISPLAY']);
  if (!isWayland) return { clipboard: systemClipboard, needsFocus: false, marksSecrets: true };
  const wayland = await findWaylandClipboard(process.env);
  return wayland
    ? { clipboard: wayland, needsFocus: false, marksSecrets: wayland.marksSecrets }
    : { clipboard: refusingUnseen, needsFocus: true, marksSecrets: true };
}

/** Refuses what the compositor would drop without a word: "copied" would be wrong, and the person would paste something else. */
const refusingUnseen: SystemClipboard = {
  ...systemClipboard,
  async writeSecret(text) {
    if (!BrowserWindow.getFocusedWindow()) throw new Error('no window of ours is in front');
    return systemClipboard.writeSecret(text);
  },
};
