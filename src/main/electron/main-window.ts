import { join } from 'node:path';
import type { Rectangle } from 'electron';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from '../../shared/channels.ts';
import type { Settings } from '../../shared/settings.ts';
import { lockedDown } from './locked-down.ts';
import { placeWindow } from './place-window.ts';

/** The one window, made when it is first wanted and again after it was closed. */
export interface MainWindow {
  show(): Promise<void>;
  current(): BrowserWindow | undefined;
}

/** Where the window was, kept from one start to the next. */
export interface WindowMemory {
  readonly kept: { readonly bounds?: Rectangle | undefined; readonly maximized: boolean };
  keep(place: { readonly bounds: Rectangle; readonly maximized: boolean }): unknown;
}

export interface WindowEvents {
  /** Its page begins anew or is gone: what it had begun is over. */
  pageLeft(): void;
  /** The window is gone. */
  closed(): void;
}

/** Milliseconds during which a window that is dragged about is not yet remembered. */
const settling = 400;

export function createMainWindow(
  preload: string,
  memory: WindowMemory,
  { pageLeft, closed }: WindowEvents,
): MainWindow {
  let window: BrowserWindow | undefined;

  const open = async (): Promise<void> => {
    const opened = new BrowserWindow({
      title: 'Azimuth',
      width: 1100,
      height: 720,
      ...placeWindow(
        memory.kept.bounds,
        [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea),
      ),
      minWidth: 560,
      minHeight: 480,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#ffffff',
      webPreferences: { ...lockedDown, preload },
    });
    window = opened;
    opened.on('closed', () => {
      window = undefined;
      pageLeft();
      closed();
    });
    const { maximized } = memory.kept;
    opened.once('ready-to-show', () => {
      opened.show();
      // Maximizing shows a window, so it waits for its page too.
      if (maximized) opened.maximize();
      rememberPlace(opened, memory);
    });
    opened.webContents.on('did-start-loading', pageLeft);
    // The state lives in main: a page that crashed is drawn again from it.
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      pageLeft();
      if (reason !== 'clean-exit' && !opened.isDestroyed()) opened.reload();
    });
    await opened.loadURL(`${appOrigin}/index.html`).catch((error: unknown) => {
      // One that was closed before its page was there is no failure.
      if (!opened.isDestroyed()) throw error;
    });
  };

  return {
    current: () => window,
    async show() {
      if (!window) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}

function rememberPlace(window: BrowserWindow, memory: WindowMemory): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    memory.keep({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, settling);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', keep);
}

/** Where the preload stands beside the compiled main. */
export const preloadFile = (outFolder: string): string => join(outFolder, 'preload', 'index.cjs');

export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}
