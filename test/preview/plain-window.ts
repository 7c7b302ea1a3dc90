import { EventEmitter } from 'node:events';

/** The members of a window that only change its frame, which Chromium's window does not have. */
export class PlainWindow extends EventEmitter {
  center = (): void => undefined;
  moveTop = (): void => undefined;
  flashFrame = (_flag: boolean): void => undefined;
  removeMenu = (): void => undefined;
  setMenu = (_menu: unknown): void => undefined;
  setMenuBarVisibility = (_visible: boolean): void => undefined;
  setAutoHideMenuBar = (_hide: boolean): void => undefined;
  setIcon = (_icon: unknown): void => undefined;
  setSkipTaskbar = (_skip: boolean): void => undefined;
  setAlwaysOnTop = (_flag: boolean): void => undefined;
  setBackgroundColor = (_color: string): void => undefined;
  setTitleBarOverlay = (_options: object): void => undefined;
  setContentProtection = (_enable: boolean): void => undefined;
  setMinimumSize = (_width: number, _height: number): void => undefined;
  setProgressBar = (_progress: number): void => undefined;
  setOverlayIcon = (_image: unknown, _description: string): void => undefined;
}
