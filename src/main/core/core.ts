import { succeed } from '../../shared/problem.ts';
import { createAccounts } from './accounts.ts';
import { activityCommands } from './activity.ts';
import { answeredOnceKept } from './answered-once-kept.ts';
import { createAnsweredRefusals } from './answered-refusals.ts';
import { arrangingCommands } from './arrange.ts';
import { createAzureCliStage } from './azure-cli.ts';
import { createBackground } from './background.ts';
import { chooseDefault } from './choose-default.ts';
import type { CloudDeps } from './clouds.ts';
import { cloudCommands } from './clouds.ts';
import type { RunCommand } from './commands.ts';
import { createCommands, done } from './commands.ts';
import { createConfirmations } from './confirmations.ts';
import { contextCommands } from './contexts.ts';
import { copyDetail } from './copy-detail.ts';
import { createCopyStage } from './copy-token.ts';
import { createDiscovery } from './discover.ts';
import { heldTokenCommands } from './held-tokens.ts';
import { createTokenStage } from './issue-token.ts';
import { keepFresh } from './keep-fresh.ts';
import { createKeepSettings } from './keep-settings.ts';
import type { Listen } from './listener.ts';
import type { MintForProgram } from './mint-for-program.ts';
import { mintForProgram } from './mint-for-program.ts';
import { openPortal } from './open-portal.ts';
import type { Directory, Identity } from './ports/azure.ts';
import type { Clock } from './ports/clock.ts';
import { notePointed } from './note-usage.ts';
import type {
  Clipboard,
  LoginItem,
  Network,
  OpenLink,
  PrivateWindow,
  SaveFile,
} from './ports/desktop.ts';
import type { AzureCliFolder, GrantKeys, Shim } from './ports/programs.ts';
import type { Log, SaveSettings, Vault } from './ports/storage.ts';
import type { Guardians } from './protection.ts';
import { createProtection } from './protection.ts';
import { rememberChanges } from './remember.ts';
import type { CommandGrants } from './sdk-endpoint.ts';
import { createSdkEndpoint } from './sdk-endpoint.ts';
import { shimCommands } from './shim-commands.ts';
import type { Store } from './store.ts';
import { warnAhead } from './warn-ahead.ts';

export interface CoreDeps {
  readonly store: Store;
  readonly identity: Identity;
  readonly directory: Directory;
  readonly vault: Vault;
  readonly guardians: Guardians;
  readonly azureCli: AzureCliFolder;
  readonly clipboard: Clipboard;
  readonly shim: Shim;
  readonly openLink: OpenLink;
  readonly saveFile: SaveFile;
  readonly network: Network;
  readonly loginItem: LoginItem | undefined;
  readonly privateWindow: PrivateWindow;
  readonly saveSettings: SaveSettings;
  readonly listen: Listen;
  readonly grantKeys: GrantKeys;
  readonly cloudKeeping: Pick<CloudDeps, 'scout' | 'save'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
}

export interface Core {
  readonly run: RunCommand;
  readonly handOut: MintForProgram;
  /** Permissions for programs that ask the SDK endpoint. */
  readonly grants: CommandGrants;
  /** Shows what was remembered, then brings it up to date in the background. */
  start(): Promise<void>;
  /** Leaves nothing behind: no sign-in, no token on the clipboard, nothing unwritten. */
  stop(): Promise<void>;
}

/** The product: every stage built once, and the table of commands that the surfaces may send. */
export function createCore(deps: CoreDeps): Core {
  const { store, identity, clock, clipboard, openLink, privateWindow, guardians, log } = deps;
  const refusals = createAnsweredRefusals(clock);
  const discovery = createDiscovery({ ...deps, refusals });
  const memory = rememberChanges(store, deps.vault, clock, log);
  const confirmations = createConfirmations(store, clock, deps.newId);
  const tokens = createTokenStage({ ...deps, confirmations, refusals });
  const copying = createCopyStage(deps);
  const warnings = warnAhead(store, clock);
  const azureCli = createAzureCliStage(store, deps.azureCli);
  const keepSettings = createKeepSettings(store, deps.saveSettings);
  const pointed = async (): Promise<void> => {
    notePointed(deps);
    await azureCli.follow();
  };
  const background = createBackground(deps);
  const sdkEndpoint = createSdkEndpoint({ ...deps, keepSettings, tokens, copying });

  const accounts = createAccounts({
    ...deps,
    refusals,
    discovery,
    async forgetTokens(accountKey) {
      await copying.release(accountKey);
      tokens.letGo(accountKey);
    },
    remembered() {
      warnings.look();
      return memory.flush();
    },
  });
  const { signingIn } = accounts;

  /** What could not be written is told and tried again where that fails: it ends nothing. */
  const written = async (): Promise<void> =>
    void (await Promise.allSettled([memory.flush(), identity.flush()]));

  const freshness = keepFresh({
    ...deps,
    presence: guardians.presence,
    discovery,
    lookAhead: () => warnings.look(),
    awake: () => void copying.releaseIfDue(),
  });

  const protection = createProtection({
    ...guardians,
    store,
    clock,
    signOutAll: () => accounts.signOutAll(),
    async letGo() {
      for (const { key } of store.state().accounts) tokens.letGo(key);
      confirmations.revoke();
      await Promise.all([copying.release(), signingIn.cancel()]);
    },
    written,
    vaultOpened: () => freshness.show(),
    failed: (why, problem) => log.warn('the app could not be locked', { why, problem }),
  });

  const commands = createCommands(
    {
      ...accounts.commands,
      ...background.commands,
      ...protection.commands,
      ...confirmations.commands,
      ...azureCli.commands,
      ...sdkEndpoint.commands,
      ...activityCommands(deps),
      ...shimCommands(deps.shim, clipboard),
      ...cloudCommands({ ...deps.cloudKeeping, store, discovery, signingIn }),
      ...arrangingCommands(store),
      ...contextCommands({ ...deps, revoke: confirmations.revoke, pointed }),
      ...heldTokenCommands({ ...deps, tokens, copying }),
      refresh({ accountKey, tenantKey }) {
        if (tenantKey !== undefined) return done(discovery.tenant(tenantKey));
        return done(accountKey === undefined ? discovery.all() : discovery.account(accountKey));
      },
      'choose-default': (ask) => chooseDefault({ store, pointed }, ask),
      'issue-token': ({ target, audience }, surface) => tokens.issue(target, audience, { surface }),
      'copy-detail': ({ of }) => copyDetail(store.state(), clipboard, of),
      'open-portal': ({ subscriptionKey }) => openPortal(store, openLink, subscriptionKey),
      async 'dismiss-notice'({ noticeId }) {
        store.apply({ kind: 'notice-dismissed', noticeId });
        return succeed(null);
      },
      async 'report-window-failure'(failure, surface) {
        log.warn('a window could not be drawn', { window: surface, ...failure });
        return succeed(null);
      },
      async 'change-settings'(change) {
        const kept = await keepSettings(change);
        if (kept.ok && change.azureCliFollows === true) await azureCli.follow();
        return kept;
      },
    },
    (name, error) => {
      log.warn('a command failed', { command: name, error: String(error) });
    },
    (name) => protection.refuse(name),
  );
  const run = answeredOnceKept(commands, () => memory.keep());

  return {
    run,
    handOut: mintForProgram(deps, tokens),
    grants: sdkEndpoint.grants,
    async start() {
      protection.start();
      void sdkEndpoint.settle();
      void background.readLoginItem();
      void privateWindow.find().then((browser) => {
        if (browser !== undefined) store.apply({ kind: 'private-browser-found', browser });
      });
      void azureCli.look();
      await freshness.start();
    },
    async stop() {
      freshness.stop();
      warnings.stop();
      protection.stop();
      for (const account of store.state().accounts) discovery.stop(account.key);
      // Side by side: a sign-in that lets go slowly must not keep the token on the clipboard.
      await Promise.all([signingIn.cancel(), copying.release(), sdkEndpoint.stop(), written()]);
    },
  };
}
