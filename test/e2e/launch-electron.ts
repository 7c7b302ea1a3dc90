import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import type { ElectronApplication } from 'playwright-core';
import { azureCliFolder } from './azure-cli-folder.ts';
import { openedAddresses } from './launch-opened.ts';
import { clickItem, readMenu } from './launch-electron-menu.ts';
import type { LaunchOptions } from './launch.ts';
import type { RunningApp, ShownNotification, WindowFacts } from './running-app.ts';

const hook = fileURLToPath(new URL('./launch-electron-hook.cjs', import.meta.url));
const exampleEntry = fileURLToPath(new URL('../../out/main/index.js', import.meta.url));

/** Whether Electron's binary was downloaded; its npm package alone holds none. */
export function hasElectron(): boolean {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  return existsSync(join(folder, 'path.txt'));
}

const pollEvery = 100;

/**
 * Starts the app in the real Electron through Playwright's own launcher.
 *
 * Written to Electron's and Playwright's typings; it could not be run where it was written, because
 * Electron's binary could not be downloaded there. CI runs it (`npm run test:electron`).
 */
export async function launchElectron(options: LaunchOptions): Promise<RunningApp> {
  if (!hasElectron()) throw new Error("Electron's binary is not installed: npx install-electron");
  const { profile, entry = exampleEntry, args = [] } = options;
  const environment = {
    ...process.env,
    AZIMUTH_HOME: profile,
    AZURE_CONFIG_DIR: azureCliFolder(profile),
    ...options.env,
  };
  const electron = await _electron.launch({
    args: ['-r', hook, entry, ...args],
    env: Object.fromEntries(
      Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
    timeout: options.timeout ?? 30_000,
  });
  const child = electron.process();
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (printed += part));
  }
  const exit = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));

  const opened = openedAddresses();
  const poll = setInterval(() => void collectOpened().catch(() => undefined), pollEvery);
  void exit.then(() => clearInterval(poll));
  async function collectOpened(): Promise<void> {
    const urls = await electron.evaluate(() => {
      const kept: { opened: string[] } = Reflect.get(globalThis, 'azimuthTestRecord');
      return kept.opened.splice(0);
    });
    for (const url of urls) opened.add(url);
  }

  return {
    host: 'electron',
    profile,
    window: async () => {
      const page = await electron.firstWindow();
      await page.waitForLoadState();
      return page;
    },
    openedUrls: opened.all,
    waitForOpenedUrl: (matches) => opened.next(matches),
    clipboardText: () => electron.evaluate(({ clipboard }) => clipboard.readText()),
    setClipboardText: (text) =>
      electron.evaluate(({ clipboard }, given) => clipboard.writeText(given), text),
    trayMenu: async () => (await readMenu(electron, 'trayMenu')) ?? [],
    clickTray: (path) => clickItem(electron, 'trayMenu', path),
    applicationMenu: async () => (await readMenu(electron, 'application')) ?? [],
    clickApplicationMenu: (path) => clickItem(electron, 'application', path),
    popupMenu: () => readMenu(electron, 'popupMenu'),
    clickPopupMenu: (path) => clickItem(electron, 'popupMenu', path),
    setTheme: async (theme) => {
      await electron.evaluate(({ nativeTheme }, given) => {
        nativeTheme.themeSource = given === 'light' ? 'light' : 'dark';
      }, theme);
      // High contrast is the system's setting; Electron's pages can be told of it all the same.
      const page = await electron.firstWindow();
      await page.emulateMedia({ forcedColors: theme === 'high-contrast' ? 'active' : 'none' });
    },
    setOnline: (online) => electron.context().setOffline(!online),
    emitPower: (event) =>
      electron.evaluate(({ powerMonitor }, name) => {
        const emitter: NodeJS.EventEmitter = powerMonitor;
        emitter.emit(name);
      }, event),
    notifications: () => electron.evaluate(readNotifications),
    clickNotification: (id) =>
      electron.evaluate((_modules, index) => {
        const kept: { notifications: NodeJS.EventEmitter[] } = Reflect.get(
          globalThis,
          'azimuthTestRecord',
        );
        kept.notifications[index]?.emit('click', {});
      }, id),
    windows: () => readWindows(electron),
    windowPreferences: async () => {
      const [first] = await readWindows(electron);
      return Object.fromEntries(Object.entries(first?.options['webPreferences'] ?? {}));
    },
    closeWindow: () =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    hideWindow: () =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide()),
    showWindow: () =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show()),
    output: () => printed,
    exited: () => exit,
    quit: async () => {
      const asked = electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
      await Promise.race([asked, exit]);
      return exit;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** Runs in Electron's main process. */
function readNotifications(): ShownNotification[] {
  type Kept = Omit<ShownNotification, 'id' | 'closed'> & { readonly wasClosed?: boolean };
  const kept: { notifications: Kept[] } = Reflect.get(globalThis, 'azimuthTestRecord');
  return kept.notifications.map(({ title, body, urgency, silent, wasClosed }, id) => ({
    id,
    title,
    body,
    urgency,
    silent,
    closed: wasClosed ?? false,
  }));
}

function readWindows(electron: ElectronApplication): Promise<WindowFacts[]> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // Electron tells a window's preferences, with its defaults, through this undocumented method.
      const read: unknown = Reflect.get(window.webContents, 'getLastWebPreferences');
      const webPreferences: unknown =
        typeof read === 'function' ? read.call(window.webContents) : {};
      return {
        id: window.id,
        title: window.getTitle(),
        url: window.webContents.getURL(),
        visible: window.isVisible(),
        focused: window.isFocused(),
        bounds: window.getBounds(),
        options: { webPreferences },
      };
    }),
  );
}
