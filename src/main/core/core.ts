import type { Asker } from '../../shared/app-state.ts';
import type { Audience } from '../../shared/audience.ts';
import type { NewGrant, TokenTarget } from '../../shared/contract.ts';
import type { Grant } from '../../shared/grant.ts';
import type { Account } from '../../shared/model.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { activityCommands } from './activity.ts';
import { arrangingCommands } from './arrange.ts';
import { createAnsweredRefusals } from './answered-refusals.ts';
import { createAzureCliStage } from './azure-cli.ts';
import { chooseDefault } from './choose-default.ts';
import type { CloudDeps } from './clouds.ts';
import { cloudCommands } from './clouds.ts';
import type { RunCommand } from './commands.ts';
import { createBackground } from './background.ts';
import { watchComingBack } from './coming-back.ts';
import { createCommands, done } from './commands.ts';
import { createConfirmations } from './confirmations.ts';
import { contextCommands } from './contexts.ts';
import { copyDetail } from './copy-detail.ts';
import { createCopyStage } from './copy-token.ts';
import { createDiscovery } from './discover.ts';
import { createEndpoint } from './endpoint.ts';
import type { Grants } from './grants.ts';
import { createGrants } from './grants.ts';
import { createGrantCommands } from './grant-commands.ts';
import { nobodyWaits, recordHandOut } from './hand-out.ts';
import { heldTokenCommands } from './held-tokens.ts';
import type { Minted } from './issue-token.ts';
import { createTokenStage } from './issue-token.ts';
import type {
  AzureCliFolder,
  Clipboard,
  Clock,
  Directory,
  GrantKeys,
  Identity,
  Log,
  LoginItem,
  Network,
  OpenLink,
  PrivateWindow,
  SaveFile,
  SaveSettings,
  Shim,
  Vault,
} from './ports.ts';
import type { Listen } from './listener.ts';
import { keepSettings } from './keep-settings.ts';
import type { Guardians } from './protection.ts';
import { createProtection } from './protection.ts';
import { openPortal } from './open-portal.ts';
import { rememberChanges } from './remember.ts';
import { restore } from './restore.ts';
import { serveSdks } from './serve-sdks.ts';
import { createSignIn } from './sign-in.ts';
import { signInManagedIdentity } from './sign-in-managed-identity.ts';
import { shimCommands } from './shim-commands.ts';
import { signInServicePrincipal } from './sign-in-service-principal.ts';
import { signOut, signOutAll } from './sign-out.ts';
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
  /**
   * Mints for a surface that hands the token to a program, and records that.
   *
   * @param patience milliseconds for which the program waits for a person to agree, where a production context asks for that
   * @param isThere whether the program still waits once the token is there; one that has gone gets none
   */
  handOut(
    target: TokenTarget,
    audience: Audience,
    to: Asker,
    patience?: number,
    isThere?: () => boolean,
  ): Promise<Result<Minted>>;
  /** Permissions for programs that ask the SDK endpoint; only what hands their secret on needs more than commands. */
  readonly grants: Pick<Grants, 'facts'> & {
    /** Makes a grant that ends with a command, and opens the endpoint for it. */
    createForCommand(ask: NewGrant): Promise<Result<Grant>>;
  };
  /** Shows what was remembered, then brings it up to date in the background. */
  start(): Promise<void>;
  /** Leaves nothing behind: no sign-in, no token on the clipboard, nothing unwritten. */
  stop(): Promise<void>;
}

/** Milliseconds after which the list counts as old. */
const oldAfter = 15 * 60 * 1_000;

/** Milliseconds that a start has to itself before anything is read from Azure. */
const settling = 1_500;

/** The product: every stage built once, and the table of commands that the surfaces may send. */
export function createCore(deps: CoreDeps): Core {
  const { store, identity, clock, clipboard, openLink, privateWindow, log, newId } = deps;
  const refusals = createAnsweredRefusals(clock);
  const discovery = createDiscovery({ store, directory: deps.directory, clock, refusals });
  const memory = rememberChanges(store, deps.vault, clock);
  const confirmations = createConfirmations(store, clock, newId);
  const tokens = createTokenStage({ store, identity, confirmations, clock, newId, refusals });
  const copying = createCopyStage({ store, clipboard, clock });
  const warnings = warnAhead(store, clock);
  const azureCli = createAzureCliStage(store, deps.azureCli);
  let cancelAging: (() => void) | undefined;
  let stopWatching = (): void => {};
  const isLocked = (): boolean => store.state().lock.kind === 'locked';

  /** The accounts changed: resolves when that is on disk. */
  const remembered = (): Promise<void> => {
    warnings.look();
    return memory.flush();
  };

  const signedIn = async (account: Account): Promise<void> => {
    await remembered();
    void discovery.again(account.key);
  };

  const forgetTokens = async (accountKey: string): Promise<void> => {
    await copying.release(accountKey);
    tokens.letGo(accountKey);
  };

  const signingIn = createSignIn({
    store,
    identity,
    openLink,
    privateWindow,
    clipboard,
    clock,
    refusals,
    signedIn,
  });

  const welcomeDeps = { store, identity, forgetTokens, signedIn };

  const signOutDeps = { store, identity, discovery, remembered, forgetTokens };

  const recorder = { store, clock, newId };

  const grants = createGrants({ store, keys: deps.grantKeys, clock, newId });
  const endpoint = createEndpoint({
    store,
    listen: deps.listen,
    service: serveSdks({ ...recorder, grants, mintAt: tokens.mintAt }),
    saveSettings: deps.saveSettings,
  });

  const protection = createProtection({
    ...deps.guardians,
    store,
    clock,
    signOutAll: () => signOutAll(signOutDeps),
    async letGo() {
      for (const { key } of store.state().accounts) tokens.letGo(key);
      confirmations.revoke();
      await Promise.all([copying.release(), signingIn.cancel()]);
    },
    written: async () => void (await Promise.all([memory.flush(), identity.flush()])),
    vaultOpened: () => show(),
    failed: (why, problem) => log.warn('the app could not be locked', { why, problem }),
  });

  const background = createBackground({ store, loginItem: deps.loginItem });

  const run = createCommands(
    {
      ...background.commands,
      ...protection.commands,
      ...confirmations.commands,
      ...activityCommands({ store, clock, saveFile: deps.saveFile }),
      ...shimCommands(deps.shim, clipboard),
      ...cloudCommands({ ...deps.cloudKeeping, store, signingIn, discovery }),
      ...arrangingCommands(store),
      ...createGrantCommands({ grants, endpoint, copying }),
      ...contextCommands({ store, newId, revoke: confirmations.revoke, pointed: azureCli.follow }),
      ...azureCli.commands,
      ...heldTokenCommands({ ...recorder, tokens, copying }),
      'sign-in': (ask) => signingIn.start(ask),
      'sign-in-service-principal': (input) => signInServicePrincipal(welcomeDeps, input),
      'find-managed-identity': () => identity.findManagedIdentity(),
      'sign-in-managed-identity': (input) => signInManagedIdentity(welcomeDeps, input),
      'cancel-sign-in': () => done(signingIn.cancel()),
      async 'dismiss-sign-in'() {
        signingIn.dismiss();
        return succeed(null);
      },
      'copy-sign-in-link': () => signingIn.copyLink(),
      'open-sign-in-page': () => signingIn.openPage(),
      'copy-user-code': () => signingIn.copyUserCode(),
      'open-device-page': () => signingIn.openDevicePage(),
      'sign-out': ({ accountKey }) => done(signOut(signOutDeps, accountKey)),
      'sign-out-all': () => done(signOutAll(signOutDeps)),
      refresh({ accountKey, tenantKey }) {
        if (tenantKey !== undefined) return done(discovery.tenant(tenantKey));
        return done(accountKey === undefined ? discovery.all() : discovery.account(accountKey));
      },
      'choose-default': (ask) => chooseDefault({ store, pointed: azureCli.follow }, ask),
      'issue-token': ({ target, audience }, surface) => tokens.issue(target, audience, { surface }),
      'copy-detail': ({ of }) => copyDetail(store.state(), clipboard, of),
      'open-portal': ({ subscriptionKey }) => openPortal(store, openLink, subscriptionKey),
      async 'dismiss-notice'({ noticeId }) {
        store.apply({ kind: 'notice-dismissed', noticeId });
        return succeed(null);
      },
      'change-settings': (change) => keepSettings({ ...deps, follow: azureCli.follow }, change),
    },
    (name, error) => {
      log.warn('a command failed', { command: name, error: String(error) });
    },
    (name) => protection.refuse(name),
  );

  // The next time is set before the list is asked for, so that neither nobody's list, nor one that can't be had, nor one
  // that is stopped half way makes the next time come at once or after the end.
  const refreshAfter = (wait: number): void => {
    cancelAging?.();
    cancelAging = clock.after(wait, () => {
      refreshAfter(oldAfter);
      warnings.look();
      if (!isLocked()) void discovery.all();
    });
  };

  /** Shows at once what was remembered, then brings it up to date in the background. */
  const show = async (): Promise<void> => {
    await restore(store, deps.vault);
    warnings.look();
    refreshWhenOld();
  };

  const refreshWhenOld = (): void => {
    const { finishedAt = 0 } = store.state().discovery;
    const untilOld = finishedAt + oldAfter - clock.now();
    refreshAfter(Math.min(oldAfter, Math.max(settling, untilOld)));
  };

  /** Timers stand still while the computer sleeps. */
  const returned = (): void => {
    warnings.look();
    refreshWhenOld();
    void copying.releaseIfDue();
  };

  const reconnected = (): void => {
    if (!isLocked()) void discovery.all();
  };

  return {
    run,
    async handOut(target, audience, to, patience, isThere = () => true) {
      const minted = await tokens.mint(target, audience, to, patience);
      if (minted.ok && !isThere()) return fail(nobodyWaits);
      if (minted.ok) recordHandOut(recorder, minted.value, { ...to, act: 'issued' });
      return minted;
    },
    grants: {
      facts: (grantId) => grants.facts(grantId),
      async createForCommand(ask) {
        const grant = grants.create(ask, true);
        if (!grant.ok) return grant;
        const open = await endpoint.settle();
        if (open.ok) return grant;
        grants.revoke(grant.value.id);
        return open;
      },
    },
    async start() {
      protection.start();
      const { presence } = deps.guardians;
      stopWatching = watchComingBack({ ...deps, presence, returned, reconnected });
      void endpoint.settle();
      void background.readLoginItem();
      void privateWindow.find().then((browser) => {
        if (browser !== undefined) store.apply({ kind: 'private-browser-found', browser });
      });
      void azureCli.look();
      // What is sealed with a passphrase is shown once it is unlocked.
      if (store.state().vault.kind === 'locked') refreshAfter(oldAfter);
      else await show();
    },
    async stop() {
      cancelAging?.();
      stopWatching();
      warnings.stop();
      protection.stop();
      for (const account of store.state().accounts) discovery.stop(account.key);
      // Side by side: a sign-in that lets go slowly must not keep the token on the clipboard.
      await Promise.all([
        signingIn.cancel(),
        copying.release(),
        endpoint.stop(),
        memory.flush(),
        identity.flush(),
      ]);
    },
  };
}
