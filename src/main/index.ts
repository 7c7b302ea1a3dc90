import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Result } from '../shared/problem.ts';
import { succeed } from '../shared/problem.ts';
import { askToTakeOver } from './electron/ask-to-take-over.ts';
import { registerAppScheme, serveRenderer } from './electron/app-scheme.ts';
import { actRemembering } from './electron/act-remembering.ts';
import { createBackground, ownLaunch } from './electron/background.ts';
import { createCarryOut } from './electron/carry-out.ts';
import { catchStarts } from './electron/further-starts.ts';
import { claimLinks } from './electron/links.ts';
import { systemShortcuts, useShortcutPortal } from './electron/global-shortcuts.ts';
import type { OutsideCopy } from './electron/copy-outside.ts';
import { createCopyOutside } from './electron/copy-outside.ts';
import { findClipboard } from './electron/desktop-clipboard.ts';
import { hardenEverything } from './electron/hardening.ts';
import { installApplicationMenu } from './electron/install-menu.ts';
import { serveIpc } from './electron/ipc.ts';
import {
  appVersion,
  claimProfile,
  followLifecycle,
  leave,
  onFocus,
  reportAndLeave,
  profileFolder,
  whenReady,
} from './electron/lifecycle.ts';
import { applyTheme, createMainWindow, preloadFile } from './electron/main-window.ts';
import { systemLoginItem } from './electron/login-item.ts';
import { createNotifier } from './electron/notifier.ts';
import { notifyOf } from './electron/notify.ts';
import { createOpenLink } from './electron/open-link.ts';
import { saveFile } from './electron/save-file.ts';
import { showQuestions } from './electron/show-questions.ts';
import { showWanted } from './electron/show-wanted.ts';
import { systemFetch, systemNetwork } from './electron/system-fetch.ts';
import { systemPresence } from './electron/presence.ts';
import { createPaletteWindow } from './electron/palette-window.ts';
import { createPrivateWindow } from './electron/private-window.ts';
import { createSystemSealer } from './electron/system-sealer.ts';
import { touchId } from './electron/touch-id.ts';
import { createTray } from './electron/tray.ts';
import { offerTasks } from './electron/offer-tasks.ts';
import { trayIsShown } from './electron/tray-shown.ts';
import { createTellInWindow } from './electron/tell-in-window.ts';
import { tellRefusedKeys } from './electron/tell-refused-keys.ts';
import { watchTray } from './electron/watch-tray.ts';
import type { MayEnd } from './bridge/take-over.ts';
import { buildCore } from './build-core.ts';
import { clientScript } from './client-script.ts';
import { followShortcuts } from './core/shortcuts.ts';
import { createShownStore } from './core/shown-store.ts';
import { openProfileBridge, serveCommands } from './serve-commands.ts';
import { openWindowFile } from './storage/window-file.ts';
import { azureCliFolderOf } from './storage/azure-cli-folder.ts';
import { togglePalette } from './views/menu-line.ts';
import { systemClock } from './system-clock.ts';
import { inOneText } from './views/notifications.ts';

/** What the log says of a failure that nobody waited for: always a fault of the program, and no reason to end it. */
const unheard = 'a failure went unheard';

/** The desktop program: claim, build, connect, start. */
async function start(): Promise<void> {
  if (!claimProfile(process.env['AZIMUTH_HOME'])) return leave();
  const outFolder = dirname(import.meta.dirname);
  await whenReady();
  const launch = ownLaunch();
  // Who has just signed in to the computer is not to be asked about sign-ins, unless they started the app since.
  const mayEnd: MayEnd = async (usernames) =>
    (!launch.hidden || starts.somebodyWaits()) && askToTakeOver(usernames);
  const profile = await openProfileBridge(profileFolder(), mayEnd);
  if (profile.kind === 'left') return leave();
  const { bridge } = profile;
  const { clipboard, needsFocus, marksSecrets } = await findClipboard();
  const built = await buildCore({
    about: { version: appVersion(), host: process.versions['electron'] ? 'electron' : 'preview' },
    folder: profileFolder(),
    client: clientScript(import.meta.dirname),
    azureCliFolder: azureCliFolderOf(process.env, homedir()),
    fetch: systemFetch,
    sealer: await createSystemSealer(),
    ownerCheck: touchId,
    presence: systemPresence,
    network: systemNetwork,
    loginItem: systemLoginItem(),
    clipboard,
    openLink: createOpenLink,
    privateWindow: (clouds) => createPrivateWindow(clouds, systemClock),
    saveFile,
  });
  const { store, core, log } = built;
  const change = { clipboardNeedsFocus: needsFocus, marksSecrets };
  store.apply({ kind: 'background-changed', change });
  const preload = preloadFile(outFolder);
  const palette = createPaletteWindow({ store, run: core.run, preload });
  const window = createMainWindow(preload, await openWindowFile(profileFolder()), {
    pageLeft: () => void core.run('record-keys', { recording: false }, 'window'),
    closed: () => setImmediate(palette.letGo),
  });
  if (!bridge) {
    log.warn('terminals are not answered', { why: profile.why });
    const message = `The azimuth command and what uses it are not answered. ${profile.why}`;
    store.apply({ kind: 'noticed', notice: { id: 'bridge', tone: 'warning', message } });
  }
  process.on('unhandledRejection', (error) =>
    log.warn(unheard, { error: error instanceof Error ? error.stack : String(error) }),
  );
  hardenEverything((message, facts) => log.warn(message, facts));
  serveRenderer(join(outFolder, 'renderer'));
  const shown = createShownStore(store);
  serveIpc({
    store: shown,
    run: core.run,
    clock: systemClock,
    log,
    windows: [
      { surface: 'window', contents: () => window.current()?.webContents },
      { surface: 'palette', contents: () => palette.current()?.webContents },
    ],
  });
  const show = (): Promise<void> => window.show();
  const notify = createNotifier();
  const copyOutside = createCopyOutside(store, core.run);
  const { act, copy } = createCarryOut({
    run: core.run,
    copy: copyOutside,
    notify,
    show,
    tell: createTellInWindow(store),
    quit: leave,
  });
  const copyToken = async (wanted: Omit<OutsideCopy, 'surface'>): Promise<Result<string>> => {
    const copied = await copy({ ...wanted, surface: 'cli' });
    return copied.ok ? succeed(inOneText(copied.value)) : copied;
  };
  installApplicationMenu(act);
  const icons = join(outFolder, 'tray');
  notifyOf(store, notify, () => void show());
  // Before the window's theme stands before the system's, by which the icon goes.
  const tray = createTray({ store: shown, clock: systemClock, icons, act });
  const lookForTray = watchTray({
    store,
    clock: systemClock,
    isShown: trayIsShown,
    appeared: () => tray.renew(),
  });
  onFocus(() => void lookForTray());
  offerTasks();
  claimLinks();
  applyTheme(store.state().settings.theme);
  store.subscribe(({ changed }) => {
    if (changed.settings) applyTheme(changed.settings.theme);
  });
  showQuestions(store, () => void show());
  showWanted(store, () => void show());
  const serve = (): void => {
    if (bridge) {
      const showPalette = () => core.run('show-palette', { shown: true }, 'cli');
      serveCommands(bridge, built, { hasBrowser: true, copyToken, showPalette, end: leave });
    }
  };
  const remembered = core.start().then(serve);
  const background = createBackground({
    store,
    run: core.run,
    act: actRemembering(remembered, act),
    notify,
    show,
    lookForTray,
    launch,
  });
  const releaseShortcuts = followShortcuts({
    store,
    shortcuts: systemShortcuts,
    pressed: {
      copyToken: () => void remembered.then(() => copy({ surface: 'shortcut' })),
      palette: () => void act(togglePalette(store.state())),
    },
  });
  tellRefusedKeys({
    store,
    run: core.run,
    say: (said) => notify(said, () => void act(said.act ?? { kind: 'open' })),
  });
  followLifecycle({
    windowsGone: background.windowsGone,
    async ending() {
      releaseShortcuts();
      const stopped = core.stop();
      await (bridge?.close(stopped) ?? stopped);
    },
  });
  starts.deliver((given) => void background.startedAgain(given));
  await Promise.all([remembered, background.begin()]);
}

// Not awaited: Electron becomes ready only after this module has run to its end.
registerAppScheme();
useShortcutPortal();
const starts = catchStarts();
start().catch(reportAndLeave);
