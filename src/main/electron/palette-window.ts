import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from '../../shared/channels.ts';
import type { RunCommand } from '../core/commands.ts';
import type { Store } from '../core/store.ts';
import { lockedDown } from './locked-down.ts';
import { placePalette } from './place-palette.ts';

export interface PaletteDeps {
  readonly store: Pick<Store, 'state' | 'subscribe'>;
  readonly run: RunCommand;
  readonly preload: string;
}

export interface PaletteWindow {
  current(): BrowserWindow | undefined;
  /** Gives the hidden window up: one that nobody sees must not keep the program running. */
  letGo(): void;
}

/**
 * The palette on the desktop: a small window that is there while the state wants it and hides when it loses the focus. It is
 * made when it is first wanted, and kept for the next time.
 */
export function createPaletteWindow({ store, run, preload }: PaletteDeps): PaletteWindow {
  let window: BrowserWindow | undefined;

  const isWanted = (): boolean => store.state().wanted.palette;
  const putAway = (): void => void run('show-palette', { shown: false }, 'palette');

  const whereItGoes = () =>
    placePalette(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea);

  const open = (): void => {
    const opened = new BrowserWindow({
      ...whereItGoes(),
      title: 'Find in Azimuth',
      // Over a program that fills the screen, macOS shows only panels.
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      frame: false,
      show: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b2026' : '#ffffff',
      webPreferences: { ...lockedDown, preload },
    });
    window = opened;
    // Its keys are its own, not those of the application menu.
    opened.removeMenu();
    opened.on('blur', putAway);
    opened.on('closed', () => {
      window = undefined;
      putAway();
    });
    opened.webContents.on('render-process-gone', () => {
      if (!opened.isDestroyed()) opened.destroy();
    });
    opened.once('ready-to-show', () => {
      if (isWanted()) opened.show();
    });
    void opened.loadURL(`${appOrigin}/palette.html`).catch((error: unknown) => {
      if (!opened.isDestroyed()) throw error;
    });
  };

  const show = (): void => {
    if (!window) return open();
    window.setBounds(whereItGoes());
    window.show();
    window.focus();
  };

  store.subscribe(({ changed }) => {
    if (!changed.wanted) return;
    const isShown = window?.isVisible() ?? false;
    if (isWanted() && !isShown) show();
    if (!isWanted() && isShown) window?.hide();
  });

  return {
    current: () => window,
    letGo() {
      if (window && !window.isVisible()) window.destroy();
    },
  };
}
