import type { EventEmitter } from 'node:events';
import type {
  BrowserWindow as ElectronBrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
} from 'electron';
import { app, windowAllClosed } from './app.ts';
import { createEvent } from './event.ts';
import { host } from './host.ts';
import { nativeTheme } from './native-theme.ts';
import { applyTheme } from './page-theme.ts';
import { openPage } from './page.ts';
import type { Page } from './page.ts';
import { obtainChromium, releaseChromium } from './running-chromium.ts';
import type { Takes } from './surface.ts';
import { createWebContents } from './web-contents.ts';
import type { WebContents } from './web-contents.ts';
import { PlainWindow } from './plain-window.ts';
import { createWindowPlace } from './window-place.ts';

let lastId = 0;
let windows: readonly BrowserWindow[] = [];

/** A window: a page in Chromium, and everything the app may do to it. */
export class BrowserWindow extends PlainWindow {
  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return windows.find((window) => window.isFocused()) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.find((window) => window.id === id) ?? null;
  }

  static fromWebContents(contents: { readonly id: number }): BrowserWindow | null {
    return windows.find((window) => window.webContents.id === contents.id) ?? null;
  }

  readonly id: number;
  readonly webContents: WebContents;
  /** What the app asked for; tests read it through the control channel. */
  readonly options: BrowserWindowConstructorOptions;
  title: string;
  readonly #driven: ReturnType<typeof createWebContents>;
  readonly #place: ReturnType<typeof createWindowPlace>;
  #page: Promise<Page> | undefined;
  #visible = false;
  #focused = false;
  #destroyed = false;
  #state: 'normal' | 'minimized' | 'maximized' = 'normal';

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    lastId += 1;
    this.id = lastId;
    this.options = options;
    this.title = options.title ?? app.name;
    this.#place = createWindowPlace(options);
    this.#driven = createWebContents(() => (this.#page ??= this.#open()));
    this.webContents = this.#driven.contents;
    windows = [...windows, this];
    app.emit('web-contents-created', createEvent({}), this.webContents);
    app.emit('browser-window-created', createEvent({}), this);
    this.#listen();
    this.#page = this.#open();
    this.#page.catch((error: unknown) => {
      process.stderr.write(`[preview] no window: ${String(error)}\n`);
      app.exit(1);
    });
    if (options.show ?? true) setImmediate(() => this.show());
  }

  #listen(): void {
    let told = false;
    const readyToShow = () => {
      if (!told) this.emit('ready-to-show', createEvent({}));
      told = true;
    };
    this.webContents.on('preview-painted', readyToShow);
    this.webContents.on('did-finish-load', readyToShow);
    this.webContents.on('preview-gone', () => this.#lost());
  }

  async #open(): Promise<Page> {
    const { chromium, first } = await obtainChromium(this.#place.get());
    const preferences = this.options.webPreferences ?? {};
    const { contents, events } = this.#driven;
    const page = await openPage(chromium, first, contents, preferences, events);
    this.#driven.opened(page);
    this.#place.apply(page, chromium.visible);
    if (!this.#visible) this.#place.setState('minimized');
    await applyTheme(page);
    return page;
  }

  /** The user closed Chromium's window: ask the app, as Electron does before it closes one. */
  #lost(): void {
    if (this.#destroyed) return;
    this.#releasePage();
    if (this.#mayClose()) this.destroy();
  }

  #releasePage(): void {
    const page = this.#page;
    this.#page = undefined;
    page
      ?.then((opened) => {
        opened.close();
        releaseChromium(opened.chromium);
      })
      .catch(() => undefined);
  }

  #mayClose(): boolean {
    const event = createEvent({});
    this.emit('close', event);
    return !event.defaultPrevented;
  }

  get #whenOpen(): Promise<Page> {
    return this.#page ?? Promise.reject(new Error('This window has no page.'));
  }

  retheme(): void {
    void this.#whenOpen.then(applyTheme).catch(() => undefined);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (this.#destroyed || this.#visible) return;
    this.#visible = true;
    // Its Chromium window was closed while the app kept this one: open it again.
    const lastURL = this.#driven.lastURL();
    if (this.#page === undefined && lastURL) void this.loadURL(lastURL).catch(() => undefined);
    this.#place.setState('normal');
    this.emit('show');
  }

  hide(): void {
    if (this.#destroyed || !this.#visible) return;
    this.blur();
    this.#visible = false;
    this.#place.setState('minimized');
    this.emit('hide');
  }

  focus(): void {
    if (this.#destroyed || this.#focused || !this.#visible) return;
    for (const other of windows) other.blur();
    this.#focused = true;
    void this.#whenOpen
      .then((page) => page.session.send('Page.bringToFront'))
      .catch(() => undefined);
    this.emit('focus');
    app.emit('browser-window-focus', createEvent({}), this);
  }

  blur(): void {
    if (!this.#focused) return;
    this.#focused = false;
    this.emit('blur');
    app.emit('browser-window-blur', createEvent({}), this);
  }

  close(): void {
    if (!this.#destroyed && this.#mayClose()) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows = windows.filter((window) => window !== this);
    this.#releasePage();
    this.#driven.destroy();
    this.emit('closed');
    if (windows.length === 0) windowAllClosed();
  }

  #changeState(state: 'normal' | 'minimized' | 'maximized', event: string): void {
    this.#state = state;
    this.#place.setState(state);
    this.emit(event);
  }

  minimize = (): void => this.#changeState('minimized', 'minimize');
  maximize = (): void => this.#changeState('maximized', 'maximize');
  restore = (): void => this.#changeState('normal', 'restore');
  unmaximize = (): void => this.#changeState('normal', 'unmaximize');

  setBounds(bounds: Partial<Rectangle>): void {
    this.#place.set(bounds);
    this.emit('resize');
    this.emit('move');
  }

  getBounds = (): Rectangle => this.#place.get();
  getNormalBounds = (): Rectangle => this.#place.get();
  getContentBounds = (): Rectangle => this.#place.get();
  getSize = (): number[] => [this.getBounds().width, this.getBounds().height];
  getPosition = (): number[] => [this.getBounds().x, this.getBounds().y];
  setSize = (width: number, height: number): void => this.setBounds({ width, height });
  setPosition = (x: number, y: number): void => this.setBounds({ x, y });
  isDestroyed = (): boolean => this.#destroyed;
  isVisible = (): boolean => this.#visible;
  isFocused = (): boolean => this.#focused;
  isMinimized = (): boolean => this.#state === 'minimized';
  isMaximized = (): boolean => this.#state === 'maximized';
  isFullScreen = (): boolean => false;
  getTitle = (): string => this.title;
  setTitle = (title: string): void => {
    this.title = title;
  };
}

type Own = Exclude<keyof BrowserWindow, keyof EventEmitter>;
BrowserWindow satisfies Takes<
  Pick<
    typeof ElectronBrowserWindow,
    'getAllWindows' | 'getFocusedWindow' | 'fromId' | 'fromWebContents'
  >
> &
  (new (
    options: BrowserWindowConstructorOptions,
  ) => Takes<Pick<ElectronBrowserWindow, Extract<keyof ElectronBrowserWindow, Own>>>);

nativeTheme.on('updated', () => {
  for (const window of windows) window.retheme();
});

host.closeAllWindows = () => {
  for (const window of windows) window.close();
  return windows.length === 0;
};
