import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import type {
  DialogAnswer,
  FromHost,
  Gives,
  ShownDialog,
  Takes,
  Verb,
} from '../preview/control.ts';
import { openControl } from './launch-control.ts';
import { openedAddresses } from './launch-opened.ts';
import { azureCliFolder } from './azure-cli-folder.ts';
import type { LaunchOptions } from './launch.ts';
import type { RunningApp } from './running-app.ts';

/** What only the preview host can do. */
export interface PreviewApp extends RunningApp {
  readonly host: 'preview';
  readonly pid: number;
  /** The palette's own window, once it was shown. */
  palette(): Promise<Page>;
  /** Any verb of the control channel: see `test/preview/control.ts`. */
  control<V extends Verb>(verb: V, given: Takes<V>): Promise<Gives<V>>;
  dialogs(): Promise<readonly ShownDialog[]>;
  answerNextDialog(answer: DialogAnswer): Promise<void>;
  /** An IPC call from the frame at an address, as a compromised renderer might make it. */
  invokeFromFrame(
    frame: string,
    channel: string,
    ...args: unknown[]
  ): Promise<Gives<'invoke-from-frame'>>;
}

const hostScript = fileURLToPath(new URL('../preview/main.ts', import.meta.url));
const exampleEntry = fileURLToPath(new URL('../../out/main/index.js', import.meta.url));

/** How long a window may take, in milliseconds. */
const patience = 30_000;

/**
 * The environment of a launched app. Tests must not touch the desktop of whoever runs them, so the
 * display and the session bus (clipboard, keyring) are given only when `env` names them.
 */
function environment({ env, profile, visible = false }: LaunchOptions): NodeJS.ProcessEnv {
  const { DISPLAY, WAYLAND_DISPLAY, ...rest } = process.env;
  const desktop = visible ? { DISPLAY, WAYLAND_DISPLAY } : { AZIMUTH_PREVIEW_WINDOW: 'headless' };
  return {
    ...rest,
    ...desktop,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    AZIMUTH_PREVIEW_OPEN: 'control',
    AZIMUTH_HOME: profile,
    AZURE_CONFIG_DIR: azureCliFolder(profile),
    ...env,
  };
}

/** Starts the app on the preview host and attaches Playwright through the host's own browser pipe. */
export async function launchPreview(options: LaunchOptions): Promise<PreviewApp> {
  const { profile, entry = exampleEntry, args = [] } = options;
  const child = fork(hostScript, [entry, ...args], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (printed += part));
  }
  const exit = once(child, 'exit').then(([code]: (number | null)[]) => code ?? -1);
  const control = openControl(child, exit, () => printed);
  const opened = openedAddresses();
  child.on('message', (message: FromHost) => {
    if ('event' in message && message.event === 'opened-external') opened.add(message.url);
  });

  let connection: Promise<() => readonly Page[]> | undefined;
  async function connect() {
    await control.ask('attach', null);
    const { timeout = patience } = options;
    const browser = await Promise.race([
      chromium.connectOverCDP(control.openTransport(), { noDefaults: true, timeout }),
      control.failIfGone(),
    ]);
    browser.once('disconnected', () => (connection = undefined));
    return () => browser.contexts().flatMap((context) => context.pages());
  }

  async function pageAt(isWanted: (path: string) => boolean): Promise<Page> {
    const deadline = Date.now() + (options.timeout ?? patience);
    while (Date.now() < deadline) {
      const pages = (await (connection ??= connect()))();
      const page = pages.find((candidate) => {
        const address = candidate.url();
        return address.startsWith('https://') && isWanted(new URL(address).pathname);
      });
      if (page) {
        await page.waitForLoadState();
        return page;
      }
      await Promise.race([new Promise((resolve) => setTimeout(resolve, 20)), control.failIfGone()]);
    }
    throw new Error(`The app opened no window. It printed:\n${printed}`);
  }

  async function only<T>(work: Promise<T>): Promise<void> {
    await work;
  }

  const { ask } = control;
  return {
    host: 'preview',
    profile,
    pid: child.pid ?? -1,
    control: ask,
    window: () => pageAt((path) => !path.endsWith('/palette.html')),
    palette: () => pageAt((path) => path.endsWith('/palette.html')),
    openedUrls: opened.all,
    waitForOpenedUrl: (matches) => Promise.race([opened.next(matches), control.failIfGone()]),
    clipboardText: () => ask('read-clipboard', null),
    setClipboardText: (text) => only(ask('write-clipboard', text)),
    trayMenu: async () => (await ask('trays', null))[0]?.menu ?? [],
    clickTray: (path) => only(ask('click-tray-menu', path)),
    applicationMenu: () => ask('application-menu', null),
    clickApplicationMenu: (path) => only(ask('click-application-menu', path)),
    popupMenu: () => ask('popup-menu', null),
    clickPopupMenu: (path) => only(ask('click-popup-menu', path)),
    setTheme: (theme) => only(ask('set-theme', theme)),
    setOnline: (online) => only(ask('set-online', online)),
    emitPower: (event) => only(ask('emit-power', event)),
    notifications: () => ask('notifications', null),
    clickNotification: (id) => only(ask('click-notification', id)),
    windows: () => ask('windows', null),
    windowPreferences: async () => {
      const [first] = await ask('windows', null);
      const preferences = first?.options['webPreferences'];
      return Object.fromEntries(Object.entries(preferences ?? {}));
    },
    closeWindow: () => only(ask('close-window', null)),
    hideWindow: () => only(ask('hide-window', null)),
    showWindow: () => only(ask('show-window', null)),
    dialogs: () => ask('dialogs', null),
    answerNextDialog: (answer) => only(ask('answer-next-dialog', answer)),
    invokeFromFrame: (frame, channel, ...given) =>
      ask('invoke-from-frame', { frame, channel, args: given }),
    output: () => printed,
    exited: () => exit,
    quit: async () => {
      // It may be gone before it can answer.
      await Promise.race([ask('quit', null).catch(() => undefined), exit]);
      return exit;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
