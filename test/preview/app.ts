import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { App, LoginItemSettings, Menu, RelaunchOptions, Settings } from 'electron';
import { createPaths, readManifest } from './app-paths.ts';
import { createCommandLine } from './command-line.ts';
import { createEvent } from './event.ts';
import { acquireInstanceLock } from './single-instance.ts';
import type { InstanceLock } from './single-instance.ts';
import { host } from './host.ts';

const manifest = readManifest(host.entry);
const commandLine = createCommandLine(host.arguments);
const paths = createPaths(() => app.name, commandLine.getSwitchValue('user-data-dir') || undefined);
const events = new EventEmitter();
const ready = Promise.withResolvers<void>();

let isReady = false;
let quitting = false;
let ending = false;
let lock: InstanceLock | undefined;
let loginItem: Settings = {};
let relaunch: RelaunchOptions | undefined;
// Electron's loop runs until the app quits, whether or not Node has anything left to do.
const heartbeat = setInterval(() => undefined, 2 ** 30);

function becomeReady(): void {
  if (isReady || ending) return;
  isReady = true;
  app.emit('ready', createEvent({}), {});
  ready.resolve();
}

async function end(exitCode: number): Promise<void> {
  if (ending) return;
  ending = true;
  app.emit('quit', createEvent({}), exitCode);
  await Promise.allSettled(host.closers.map((closer) => closer()));
  lock?.release();
  clearInterval(heartbeat);
  if (relaunch) {
    const [program = process.execPath, ...rest] = host.ownCommand;
    spawn(program, [...rest, ...(relaunch.args ?? host.arguments)], {
      detached: true,
      stdio: 'ignore',
    }).unref();
  }
  process.exit(exitCode);
}

async function quit(): Promise<void> {
  if (quitting || ending) return;
  quitting = true;
  const before = createEvent({});
  app.emit('before-quit', before);
  if (before.defaultPrevented || !host.closeAllWindows()) {
    quitting = false;
    return;
  }
  const will = createEvent({});
  app.emit('will-quit', will);
  if (will.defaultPrevented) quitting = false;
  else await end(0);
}

/** Electron's rule: the last window's end quits the app unless it listens for the event. */
export function windowAllClosed(): void {
  if (quitting || ending) return;
  if (!app.emit('window-all-closed')) app.quit();
}

/** Called by the entry once the app's main module has been loaded. */
export function mainModuleLoaded(): void {
  setImmediate(becomeReady);
}

export const app = Object.assign(events, {
  name: manifest.name,
  isPackaged: true,
  commandLine,
  dock: undefined,
  badgeCount: 0,
  applicationMenu: null as Menu | null,
  accessibilitySupportEnabled: false,
  userAgentFallback: '',
  whenReady: () => {
    // A main module may wait for this at its top level, before it counts as loaded.
    setImmediate(becomeReady);
    return ready.promise;
  },
  isReady: () => isReady,
  getName: () => app.name,
  setName: (name: string) => {
    app.name = name;
  },
  getVersion: () => manifest.version,
  getAppPath: () => manifest.root,
  getPath: (name: Parameters<App['getPath']>[0]) => paths.get(name),
  setPath: (name: string, path: string) => paths.set(name, path),
  setAppLogsPath: (path?: string) => {
    if (path !== undefined) paths.set('logs', path);
  },
  getLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
  getSystemLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
  getPreferredSystemLanguages: () => [Intl.DateTimeFormat().resolvedOptions().locale],
  requestSingleInstanceLock: (additionalData?: Record<string, unknown>) => {
    const mine = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    lock ??= acquireInstanceLock(
      paths.get('userData'),
      (second) =>
        app.emit(
          'second-instance',
          createEvent({}),
          second.argv,
          second.workingDirectory,
          second.additionalData,
        ),
      mine,
    );
    return lock !== undefined;
  },
  hasSingleInstanceLock: () => lock !== undefined,
  releaseSingleInstanceLock: () => {
    lock?.release();
    lock = undefined;
  },
  quit: () => setImmediate(() => void quit()),
  exit: (exitCode = 0) => void end(exitCode),
  relaunch: (options: RelaunchOptions = {}) => {
    relaunch = options;
  },
  focus: () => undefined,
  show: () => undefined,
  hide: () => undefined,
  enableSandbox: () => undefined,
  disableHardwareAcceleration: () => undefined,
  isAccessibilitySupportEnabled: () => false,
  setAppUserModelId: (_id: string) => undefined,
  setDesktopName: (_name: string) => undefined,
  setAboutPanelOptions: () => undefined,
  showAboutPanel: () => undefined,
  setActivationPolicy: () => undefined,
  setUserTasks: () => true,
  setJumpList: () => 'ok' as const,
  setBadgeCount: (count = 0) => {
    app.badgeCount = count;
    return true;
  },
  getBadgeCount: () => app.badgeCount,
  setAsDefaultProtocolClient: () => false,
  isDefaultProtocolClient: () => false,
  removeAsDefaultProtocolClient: () => false,
  setLoginItemSettings: (settings: Settings) => {
    loginItem = settings;
  },
  getLoginItemSettings: (): LoginItemSettings => ({
    openAtLogin: loginItem.openAtLogin ?? false,
    wasOpenedAtLogin: false,
    status: loginItem.openAtLogin ? 'enabled' : 'not-registered',
    executableWillLaunchAtLogin: loginItem.openAtLogin ?? false,
    launchItems: [],
  }),
});
