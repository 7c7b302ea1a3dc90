import type { Page } from 'playwright-core';
import type { MenuEntry, ShownNotification, WindowFacts } from '../preview/control.ts';

export type { MenuEntry, ShownNotification, WindowFacts };

export type Theme = 'light' | 'dark' | 'high-contrast';

/** The app, running on either host, as tests and the demo drive it. */
export interface RunningApp {
  readonly host: 'preview' | 'electron';
  /** The folder the app keeps everything in (`AZIMUTH_HOME`). */
  readonly profile: string;
  /** The app's window, once its page has loaded. */
  window(): Promise<Page>;
  /** What the app handed to the system browser so far. */
  openedUrls(): readonly string[];
  /** The next address the app opens that `matches`, also one opened already and not yet waited for. */
  waitForOpenedUrl(matches?: (url: string) => boolean): Promise<string>;
  clipboardText(): Promise<string>;
  setClipboardText(text: string): Promise<void>;
  trayMenu(): Promise<readonly MenuEntry[]>;
  clickTray(path: readonly string[]): Promise<void>;
  applicationMenu(): Promise<readonly MenuEntry[]>;
  clickApplicationMenu(path: readonly string[]): Promise<void>;
  /** The context menu that the app popped up last; null when none. */
  popupMenu(): Promise<readonly MenuEntry[] | null>;
  clickPopupMenu(path: readonly string[]): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  setOnline(online: boolean): Promise<void>;
  /** `suspend`, `resume`, `lock-screen`, `unlock-screen`, … */
  emitPower(event: string): Promise<void>;
  notifications(): Promise<readonly ShownNotification[]>;
  clickNotification(id: number): Promise<void>;
  /** The window's constructor options and state. */
  windows(): Promise<readonly WindowFacts[]>;
  /** The web preferences of the app's window, as the app stated them. */
  windowPreferences(): Promise<Readonly<Record<string, unknown>>>;
  /** As the user's click on the window's close button. */
  closeWindow(): Promise<void>;
  hideWindow(): Promise<void>;
  showWindow(): Promise<void>;
  /** Everything the app has printed so far, standard output and error together. */
  output(): string;
  /** Quits as the user does; gives the exit code. */
  quit(): Promise<number>;
  /** Resolves with the exit code when the app ends by itself. */
  exited(): Promise<number>;
  /** Kills the process, as a crash or a power cut would. */
  kill(): Promise<void>;
}
