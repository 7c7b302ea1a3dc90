import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { About, Notice } from '../shared/app-state.ts';
import { createArmHttpClient } from './azure/arm-http-client.ts';
import { watchClock } from './azure/clock-skew.ts';
import { createCloudScout } from './azure/cloud-scout.ts';
import { createDirectory } from './azure/directory.ts';
import { connectEntraId } from './azure/entra-id.ts';
import { endpointLimits } from './bridge/endpoint-limits.ts';
import { createFindCaller } from './bridge/find-caller.ts';
import { grantKeys } from './bridge/grant-keys.ts';
import { createListen } from './bridge/open-endpoint.ts';
import { createPeerFinder, peerPatience } from './bridge/peer-process.ts';
import { createShim } from './bridge/shim-folder.ts';
import type { Core } from './core/core.ts';
import { createCore } from './core/core.ts';
import { initialState } from './core/initial-state.ts';
import { learnSessionLimits } from './core/learn-session-limits.ts';
import { meansOf, startingLock } from './core/lock.ts';
import type { KnownClouds } from './core/ports/azure.ts';
import type {
  SystemClipboard,
  Fetch,
  LoginItem,
  Network,
  OpenLink,
  OwnerCheck,
  Presence,
  PrivateWindow,
  SaveFile,
} from './core/ports/desktop.ts';
import type { Log, Sealer } from './core/ports/storage.ts';
import type { Store } from './core/store.ts';
import { createStore } from './core/store.ts';
import { openAzureCliFolder } from './storage/azure-cli-folder.ts';
import { openCloudFile } from './storage/cloud-file.ts';
import { createLockMark } from './storage/lock-mark.ts';
import { markSecrets } from './storage/clipboard-mark.ts';
import { openLog } from './storage/log.ts';
import { openSettings } from './storage/settings-file.ts';
import { openVault } from './storage/vault.ts';
import { systemClock } from './system-clock.ts';

/** What each host brings of its own. */
export interface Host {
  readonly about: Pick<About, 'version' | 'host'>;
  readonly folder: string;
  /** The script of the `azimuth` command, where the system has one. */
  readonly client: string | undefined;
  /** Azure CLI's folder. */
  readonly azureCliFolder: string;
  readonly fetch: Fetch;
  readonly sealer: Sealer;
  readonly ownerCheck: OwnerCheck;
  readonly presence: Presence;
  readonly network: Network;
  readonly loginItem: LoginItem | undefined;
  readonly clipboard: SystemClipboard;
  readonly openLink: (clouds: KnownClouds) => OpenLink;
  readonly privateWindow: (clouds: KnownClouds) => PrivateWindow;
  readonly saveFile: SaveFile;
}

export interface Built {
  readonly store: Store;
  readonly core: Core;
  readonly log: Log;
  /** The host's, watched. */
  readonly fetch: Fetch;
}

/** Builds the product from its parts, the same on every host. */
export async function buildCore(host: Host): Promise<Built> {
  const { folder, sealer } = host;
  const early: Notice[] = [];
  const notice = (one: Notice): void => {
    if (built) built.store.apply({ kind: 'noticed', notice: one });
    else early.push(one);
  };
  const settled = (noticeId: string): void =>
    built?.store.apply({ kind: 'notice-dismissed', noticeId });
  let built: Built | undefined;
  const log = openLog(join(folder, 'logs', 'azimuth.log'), notice);

  const cloudFile = await openCloudFile(folder, notice);
  const settings = await openSettings(folder, notice);
  const vault = await openVault({ folder, sealer, clock: systemClock, log, notice, settled });
  const mark = createLockMark({ folder, clock: systemClock, log, notice, settled });
  const { ownerCheck, presence } = host;
  const store = createStore(
    initialState(
      { ...host.about, restored: false },
      cloudFile.clouds,
      settings.settings,
      vault.status,
      startingLock(meansOf(vault, ownerCheck), vault.status, await mark.isThere()),
    ),
  );
  const fetch = watchClock(host.fetch, systemClock, store);
  const clouds: KnownClouds = () => store.state().clouds.known;
  const { identity: reached } = connectEntraId({
    clouds,
    fetch,
    vault,
    clock: systemClock,
    log,
    named: (names) => store.apply({ kind: 'account-named', names }),
  });
  const identity = learnSessionLimits(reached, store);
  const shim = createShim({
    profile: folder,
    client: host.client,
    appImage: process.env['APPIMAGE'],
    platform: process.platform,
    environment: process.env,
  });
  // A newer Azimuth may have a newer client.
  if ((await shim.status()).installed) await shim.install();
  const directory = createDirectory(clouds, identity, createArmHttpClient(fetch));
  const clipboard = markSecrets(host.clipboard, folder, log);
  await clipboard.clearLeftover();
  const core = createCore({
    store,
    identity,
    directory,
    vault,
    guardians: { keeper: vault, mark, ownerCheck, presence },
    azureCli: openAzureCliFolder(host.azureCliFolder),
    clipboard,
    shim,
    openLink: host.openLink(clouds),
    privateWindow: host.privateWindow(clouds),
    network: host.network,
    loginItem: host.loginItem,
    saveFile: host.saveFile,
    saveSettings: settings.save,
    listen: createListen({
      clock: systemClock,
      limits: endpointLimits,
      findCaller: createFindCaller(createPeerFinder(systemClock, peerPatience)),
      failed: (error) => log.warn('the SDK endpoint failed', { error: String(error) }),
    }),
    grantKeys,
    cloudKeeping: { scout: createCloudScout(fetch), save: cloudFile.save },
    clock: systemClock,
    log,
    newId: randomUUID,
  });
  built = { store, core, log, fetch };
  early.forEach(notice);
  return built;
}
