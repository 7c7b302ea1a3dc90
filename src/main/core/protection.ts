import type { LockReason } from '../../shared/app-state.ts';
import type { CommandName } from '../../shared/contract.ts';
import type { Problem } from '../../shared/problem.ts';
import { succeed } from '../../shared/problem.ts';
import { createAttempts } from './attempts.ts';
import type { CommandHandlers } from './commands.ts';
import { lockWhenLeaving } from './leaving.ts';
import type { LockStage } from './lock.ts';
import { createLock, refusedByLock } from './lock.ts';
import { changePassphrase, forgetPassphrase, setPassphrase } from './passphrase.ts';
import type { Clock } from './ports/clock.ts';
import type { OwnerCheck, Presence } from './ports/desktop.ts';
import type { LockMark, VaultKeeper } from './ports/storage.ts';
import type { Store } from './store.ts';
import { wipe } from './wipe.ts';

/** What the world offers to keep others out. */
export interface Guardians {
  readonly keeper: VaultKeeper;
  readonly mark: LockMark;
  readonly ownerCheck: OwnerCheck;
  readonly presence: Presence;
}

export interface ProtectionDeps extends Guardians {
  readonly store: Store;
  readonly clock: Clock;
  readonly signOutAll: () => Promise<unknown>;
  /** Lets go of tokens, the clipboard and a sign-in under way. */
  readonly letGo: () => Promise<void>;
  /** Resolves when the vault has heard everything there is to keep. */
  readonly written: () => Promise<void>;
  /** Shows what the vault remembers. */
  readonly vaultOpened: () => Promise<void>;
  /** A lock that nobody asked for by hand did not come about. */
  readonly failed: (why: LockReason, problem: string) => void;
}

type ProtectionCommands = Pick<
  CommandHandlers,
  | 'lock'
  | 'unlock'
  | 'set-passphrase'
  | 'change-passphrase'
  | 'forget-passphrase'
  | 'read-secret-places'
  | 'wipe'
>;

export interface Protection {
  readonly commands: ProtectionCommands;
  /** Why a command is not carried out now, if it is not. */
  refuse(name: CommandName): Problem | undefined;
  start(): void;
  stop(): void;
}

/** The lock, the passphrase and the wipe, put together. */
export function createProtection(deps: ProtectionDeps): Protection {
  const { store, keeper, clock } = deps;
  const attempts = createAttempts(clock, () => locking.showWait());
  const locking: LockStage = createLock({ ...deps, attempts });
  const passphrases = { ...deps, attempts, changed: () => locking.refreshMeans() };
  let stopWatching = (): void => {};

  // After a wipe nothing is written before somebody is there again, however they come.
  store.subscribe(({ changed }) => {
    if (changed.accounts && changed.accounts.length > 0) void keeper.resume();
  });

  return {
    commands: {
      lock: () => locking.lock('asked'),
      unlock: ({ passphrase }) => locking.unlock(passphrase),
      'set-passphrase': (input) => setPassphrase(passphrases, input),
      'change-passphrase': (input) => changePassphrase(passphrases, input),
      'forget-passphrase': () => forgetPassphrase(passphrases),
      'read-secret-places': async () => succeed(await keeper.places()),
      wipe: ({ settings }) => wipe({ ...deps, release: () => locking.release() }, settings),
    },
    refuse: (name) => refusedByLock(store.state().lock, name),
    start() {
      locking.refreshMeans();
      stopWatching = lockWhenLeaving(store, deps.presence, clock, (why) => {
        void locking.lock(why).then(
          (done) => {
            if (!done.ok) deps.failed(why, done.problem.message);
          },
          (error: unknown) => deps.failed(why, String(error)),
        );
      });
    },
    stop: () => stopWatching(),
  };
}
