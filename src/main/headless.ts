import { readFileSync } from 'node:fs';
import { homedir, networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../shared/json.ts';
import type { Problem } from '../shared/problem.ts';
import { fail } from '../shared/problem.ts';
import type { VaultStatus } from '../shared/app-state.ts';
import type {
  SystemClipboard,
  Network,
  OpenLink,
  OwnerCheck,
  Presence,
  PrivateWindow,
} from './core/ports/desktop.ts';
import type { Sealer } from './core/ports/storage.ts';
import { openBridge } from './bridge/open-bridge.ts';
import { buildCore } from './build-core.ts';
import { clientScript } from './client-script.ts';
import { serveCommands } from './serve-commands.ts';
import { azureCliFolderOf } from './storage/azure-cli-folder.ts';
import { systemClock } from './system-clock.ts';
import { startFailure } from './views/start-failure.ts';

/** The program without a window, on plain Node: for SSH sessions, containers and tests. It serves the `azimuth` command. */
async function start(): Promise<void> {
  const folder = profileFolder();
  const bridge = await openBridge(folder, systemClock);
  if (!bridge) {
    process.stdout.write('Azimuth is already running for this profile; nothing to do.\n');
    return;
  }
  const built = await buildCore({
    about: { version: version(), host: 'headless' },
    folder,
    client: clientScript(import.meta.dirname),
    azureCliFolder: azureCliFolderOf(process.env, homedir()),
    fetch,
    sealer: memoryOnly,
    ownerCheck: nobodyToAsk,
    presence: alwaysThere,
    network: interfaces,
    loginItem: undefined,
    clipboard: noClipboard,
    openLink: () => noBrowser,
    privateWindow: () => noPrivateWindow,
    saveFile: async () => fail(noWindow),
  });
  const end = (): void => {
    bridge
      .close(built.core.stop())
      .then(() => process.exit(0))
      .catch(reportAndLeave);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  await built.core.start();
  serveCommands(bridge, built, {
    hasBrowser: false,
    copyToken: async () => fail(nowhereToCopy),
    showPalette: async () => fail(nowhereToFind),
    end,
  });
  process.stdout.write(
    `Azimuth is running without a window at ${bridge.foundAt}. ${inOneLine(built.store.state().vault)}\n`,
  );
}

/** Where Electron puts the profile of an app of this name (https://www.electronjs.org/docs/latest/api/app#appgetpathname). */
function profileFolder(): string {
  const { AZIMUTH_HOME: own, APPDATA: roaming, XDG_CONFIG_HOME: config } = process.env;
  if (own) return resolve(own);
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Azimuth');
  if (process.platform === 'win32') {
    return join(roaming ?? join(homedir(), 'AppData/Roaming'), 'Azimuth');
  }
  return join(config?.startsWith('/') ? config : join(homedir(), '.config'), 'Azimuth');
}

/** This file is two levels below package.json as it stands and as it is built. */
function version(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(parseJson(text)).version;
}

const memoryOnly = {
  status: {
    kind: 'memory',
    reason: 'Nothing is stored without a keyring: accounts are kept in memory until it ends.',
  },
  seal: () => Promise.reject(new Error('there is no keyring')),
  unseal: () => Promise.reject(new Error('there is no keyring')),
} as const satisfies Sealer;

function inOneLine(vault: VaultStatus): string {
  switch (vault.kind) {
    case 'memory':
      return vault.reason;
    case 'sealed':
      return `What lasts is sealed by ${vault.by}.`;
    case 'locked':
      return "It is locked: open it with 'azimuth unlock'.";
  }
}

const nobodyToAsk: OwnerCheck = { available: () => false, ask: async () => false };

/** Without a desktop there is no keyboard to watch: the terminal's `lock` does. */
const alwaysThere: Presence = {
  idleSeconds: () => 0,
  onLeaving: () => undefined,
  onReturning: () => undefined,
};

/** As Electron's `net.isOnline` has it: some interface beside the loopback one has an address. */
const interfaces: Network = {
  isOnline: () =>
    Object.values(networkInterfaces()).some((addresses) =>
      addresses?.some(({ internal }) => !internal),
    ),
};

/** There is no clipboard without a desktop; a command that wants one fails and says so. */
const noClipboard: SystemClipboard = {
  read: () => Promise.resolve(''),
  write: () => Promise.reject(new Error('there is no clipboard without a window')),
  writeSecret: () => Promise.reject(new Error('there is no clipboard without a window')),
  clear: () => Promise.resolve(),
};

const nowhereToCopy: Problem = {
  kind: 'unexpected',
  message:
    'There is no clipboard without a desktop. Print the token instead: azimuth account get-access-token',
};

const nowhereToFind: Problem = {
  kind: 'unexpected',
  message:
    'There is no palette without a desktop. List the subscriptions, and choose one: azimuth account list, azimuth account set',
};

const noWindow: Problem = {
  kind: 'unexpected',
  message: 'There is no window here to choose a file in. Use: azimuth activity export',
};

const noBrowser: OpenLink = (address) =>
  Promise.resolve(
    fail({
      kind: 'unexpected',
      message: `There is no browser here. Open this address yourself: ${address}`,
    }),
  );

const noPrivateWindow: PrivateWindow = { find: async () => undefined, open: noBrowser };

function reportAndLeave(error: unknown): void {
  process.stderr.write(`Azimuth could not start: ${startFailure(error)}\n`);
  process.exit(1);
}

start().catch(reportAndLeave);
