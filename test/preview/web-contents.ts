import { EventEmitter } from 'node:events';
import type { HandlerDetails, WebContents as ElectronWebContents } from 'electron';
import { appOrigin, toAppAddress, toPageAddress } from './app-address.ts';
import { createEvent } from './event.ts';
import type { Page, PageEvents } from './page.ts';
import { grantPermissions } from './page-permissions.ts';
import { session } from './session.ts';
import type { Takes } from './surface.ts';
import { createFrame } from './web-frame.ts';
import type { FrameFace } from './web-frame.ts';

type OpenHandler = (details: HandlerDetails) => { readonly action: 'allow' | 'deny' };

export interface WebContents extends EventEmitter {
  readonly id: number;
  readonly session: typeof session.defaultSession;
  readonly mainFrame: FrameFace;
  loadURL(url: string): Promise<void>;
  reload(): void;
  send(channel: string, ...args: unknown[]): void;
  isDestroyed(): boolean;
  getURL(): string;
  forcefullyCrashRenderer(): void;
}

/** The contents, and the handles by which its window drives it. */
export interface DrivenContents {
  readonly contents: WebContents;
  readonly events: PageEvents;
  opened(page: Page): void;
  destroy(): void;
  lastURL(): string;
}

let lastId = 0;
const all = new Map<number, WebContents>();

/** `webContents`, the module. */
export const webContents = {
  getAllWebContents: (): WebContents[] => [...all.values()],
  fromId: (id: number): WebContents | undefined => all.get(id),
};

export function createWebContents(obtainPage: () => Promise<Page>): DrivenContents {
  let page: Page | undefined;
  let destroyed = false;
  let loading = false;
  let crashed = false;
  let zoom = 1;
  /** What the app itself is loading, until the request for it is seen. */
  let expected: string | undefined;
  let lastURL = '';
  let touched = false;
  let openHandler: OpenHandler | undefined;
  const unborn: FrameFace = createFrame('', null, {
    send: () => undefined,
    evaluate: async () => undefined,
  });
  lastId += 1;
  const id = lastId;

  async function load(url: string): Promise<void> {
    lastURL = url;
    const target = await obtainPage();
    touched = true;
    expected = toAppAddress(toPageAddress(url));
    loading = true;
    crashed = false;
    contents.emit('did-start-loading');
    await grantPermissions(target, contents, appOrigin(url), url);
    const loaded = new Promise<void>((resolve, reject) => {
      contents.once('did-finish-load', resolve);
      contents.once('destroyed', () => reject(new Error(`ERR_ABORTED loading '${url}'`)));
    });
    loaded.catch(() => undefined);
    try {
      await target.load(url);
    } catch (error) {
      expected = undefined;
      loading = false;
      contents.emit('did-fail-load', createEvent({}), -2, String(error), url, true);
      throw error;
    }
    await loaded;
  }

  function zoomTo(factor: number): void {
    zoom = factor;
    const style = `document.documentElement.style.zoom = ${JSON.stringify(String(factor))}`;
    void page?.session.send('Runtime.evaluate', { expression: style }).catch(() => undefined);
  }

  const contents = Object.assign(new EventEmitter(), {
    id,
    session: session.defaultSession,
    mainFrame: unborn,
    loadURL: load,
    send: (channel: string, ...args: unknown[]): void => contents.mainFrame.send(channel, ...args),
    getURL: () => contents.mainFrame.url,
    getTitle: () => '',
    getType: () => 'window' as const,
    isDestroyed: () => destroyed,
    isLoading: () => loading,
    isCrashed: () => crashed,
    isFocused: () => true,
    focus: () => undefined,
    reload: () => void load(contents.getURL()).catch(() => undefined),
    executeJavaScript: (code: string) => contents.mainFrame.executeJavaScript(code),
    setWindowOpenHandler: (handler: OpenHandler): void => {
      openHandler = handler;
    },
    forcefullyCrashRenderer: (): void => {
      void page?.session.send('Page.crash').catch(() => undefined);
    },
    openDevTools: () => undefined,
    closeDevTools: () => undefined,
    toggleDevTools: () => undefined,
    isDevToolsOpened: () => false,
    setZoomFactor: zoomTo,
    getZoomFactor: () => zoom,
    setZoomLevel: (level: number) => zoomTo(1.2 ** level),
    getZoomLevel: () => Math.log(zoom) / Math.log(1.2),
    setVisualZoomLevelLimits: async (_minimum: number, _maximum: number) => undefined,
    setBackgroundThrottling: (_allowed: boolean) => undefined,
    setWebRTCIPHandlingPolicy: (_policy: string) => undefined,
    setIgnoreMenuShortcuts: (_ignore: boolean) => undefined,
    setUserAgent: (_agent: string) => undefined,
  });
  // Object.assign would have copied the value of a getter.
  Object.defineProperty(contents, 'mainFrame', { get: () => page?.frames.main() ?? unborn });

  contents satisfies Takes<
    Pick<
      ElectronWebContents,
      Exclude<Extract<keyof ElectronWebContents, keyof typeof contents>, keyof EventEmitter>
    >
  >;

  function navigationEvent(url: string, frame: FrameFace | null) {
    const isMainFrame = frame === contents.mainFrame;
    return createEvent({ url, isSameDocument: false, isMainFrame, frame, initiator: frame });
  }

  const events: PageEvents = {
    mayNavigate: ({ frameId, url, redirected }) => {
      const frame = page?.frames.find(frameId) ?? null;
      const isMainFrame = frame === contents.mainFrame;
      if (isMainFrame && url === expected && !redirected) {
        expected = undefined;
        return true;
      }
      // The address at which Chromium started this window, before the app loaded anything.
      if (!touched) return false;
      // A reload is no navigation elsewhere; Electron does not ask about it either.
      if (isMainFrame && url === contents.getURL()) return true;
      const names = redirected
        ? ['will-redirect']
        : ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])];
      return names.every((name) => {
        const event = navigationEvent(url, frame);
        contents.emit(name, event, url, false, isMainFrame, 1, frame?.routingId ?? 0);
        return !event.defaultPrevented;
      });
    },
    windowRequested: (url, frameName) => {
      const answer = openHandler?.({
        url,
        frameName,
        features: '',
        disposition: 'foreground-tab',
        referrer: { url: contents.getURL(), policy: 'strict-origin-when-cross-origin' },
      });
      if (answer?.action === 'deny') return;
      process.stderr.write('[preview] a second window was allowed; the preview host opens none.\n');
    },
    loaded: () => {
      loading = false;
      contents.emit('dom-ready', createEvent({}));
      contents.emit('did-finish-load');
      contents.emit('did-stop-loading');
    },
    painted: () => void contents.emit('preview-painted'),
    crashed: () => {
      crashed = true;
      const details = { reason: 'crashed' as const, exitCode: 1 };
      contents.emit('render-process-gone', createEvent({}), details);
    },
    gone: () => void contents.emit('preview-gone'),
  };

  all.set(id, contents);
  return {
    contents,
    events,
    opened: (opened) => {
      touched = false;
      page = opened;
    },
    destroy: () => {
      destroyed = true;
      page = undefined;
      all.delete(id);
      contents.emit('destroyed');
    },
    lastURL: () => lastURL,
  };
}
