import type { Lock, LockReason, UnlockMeans, VaultStatus } from '../../shared/app-state.ts';
import type { CommandName } from '../../shared/contract.ts';
import { formatSpan } from '../../shared/format.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Attempts } from './attempts.ts';
import type { Clock } from './ports/clock.ts';
import type { OwnerCheck } from './ports/desktop.ts';
import type { LockMark, VaultKeeper } from './ports/storage.ts';
import { secret } from './secret.ts';
import type { Store } from './store.ts';

export interface LockDeps {
  readonly store: Store;
  readonly keeper: Pick<VaultKeeper, 'status' | 'unlock' | 'recheck'>;
  readonly mark: LockMark;
  readonly ownerCheck: OwnerCheck;
  readonly attempts: Attempts;
  readonly clock: Pick<Clock, 'now'>;
  /** Lets go of everything that must not outlast the moment of locking. */
  readonly letGo: () => Promise<void>;
  /** Runs once a vault that waited for its passphrase is open, before anything is shown. */
  readonly vaultOpened: () => Promise<void>;
}

export interface LockStage {
  lock(why: LockReason): Promise<Result<null>>;
  unlock(passphrase: string | undefined): Promise<Result<null>>;
  /** Opens without asking, because nothing is left to protect. */
  release(): Promise<void>;
  /** Says in the state how a lock could be opened now. */
  refreshMeans(): void;
  /** Says in the state when the next try is listened to. */
  showWait(): void;
}

/** What may be asked of a locked app. */
const whileLocked: readonly CommandName[] = [
  'lock',
  'unlock',
  'wipe',
  'dismiss-notice',
  'revoke-grant',
  'show-palette',
  'record-keys',
  'open-link',
  'close-link',
  'report-window-failure',
];

export const lockedProblem: Problem = {
  kind: 'locked',
  message: 'Azimuth is locked. Unlock it first.',
};

/** Why a command is not carried out now, if it is not. */
export function refusedByLock(lock: Lock, name: CommandName): Problem | undefined {
  return lock.kind === 'locked' && !whileLocked.includes(name) ? lockedProblem : undefined;
}

export function createLock(deps: LockDeps): LockStage {
  const { store, keeper, mark, ownerCheck, attempts, clock } = deps;
  let trying: Promise<unknown> = Promise.resolve();

  const means = (): readonly UnlockMeans[] => meansOf(keeper, ownerCheck);
  const show = (lock: Lock): void => store.apply({ kind: 'lock-changed', lock });

  /** Before its mark goes: a disk that does not let go of it keeps nobody out. */
  const showOpen = (): Promise<void> => {
    show({ kind: 'open', means: means() });
    return mark.put(false);
  };

  const open = async (): Promise<void> => {
    if (store.state().vault.kind === 'locked') {
      store.apply({ kind: 'vault-changed', vault: keeper.status });
      await deps.vaultOpened();
    }
    await showOpen();
  };

  const showWait = (): void => {
    const { lock } = store.state();
    if (lock.kind !== 'locked') return;
    const retryAt = attempts.waitUntil();
    const { means: now, why } = lock;
    show({ kind: 'locked', means: now, why, ...(retryAt === undefined ? {} : { retryAt }) });
  };

  const tryPassphrase = async (passphrase: string): Promise<Result<null>> => {
    const early = tooEarly(attempts, clock);
    if (early) return fail(early);
    if (!(await keeper.unlock(secret(passphrase)))) {
      attempts.wrong();
      showWait();
      return fail(wrongPassphrase);
    }
    attempts.right();
    await open();
    return succeed(null);
  };

  const askSystem = async (): Promise<Result<null>> => {
    const [first] = means();
    if (first === 'passphrase') return fail(passphraseWanted);
    const there =
      first === 'touch-id' ? await ownerCheck.ask('unlock Azimuth') : await keeper.recheck();
    if (!there) return fail(first === 'touch-id' ? ownerDeclined : keyringDeclined);
    await open();
    return succeed(null);
  };

  return {
    async lock(why) {
      if (store.state().lock.kind === 'locked') return succeed(null);
      const now = means();
      if (now.length === 0) {
        // Whoever leaves the computer leaves nothing behind all the same; whoever asks is there, and reads why not.
        if (why !== 'asked') await deps.letGo();
        return fail(nothingToUnlockWith);
      }
      show({ kind: 'locked', means: now, why });
      await Promise.all([deps.letGo(), mark.put(true)]);
      return succeed(null);
    },
    unlock(passphrase) {
      // One after the other, so that many tries at once don't get around the wait between them.
      const done = trying.then(async () => {
        if (store.state().lock.kind === 'open') return succeed(null);
        return passphrase === undefined ? askSystem() : tryPassphrase(passphrase);
      });
      trying = done.catch(() => undefined);
      return done;
    },
    async release() {
      attempts.right();
      await showOpen();
    },
    refreshMeans() {
      const { lock } = store.state();
      show({ ...lock, means: means() });
    },
    showWait,
  };
}

/** Touch ID where it can be asked; else the passphrase where there is one, else the keyring. */
export function meansOf(
  { status }: Pick<VaultKeeper, 'status'>,
  ownerCheck: Pick<OwnerCheck, 'available'>,
): readonly UnlockMeans[] {
  if (status.kind === 'locked') return ['passphrase'];
  const owner: readonly UnlockMeans[] = ownerCheck.available() ? ['touch-id'] : [];
  if (status.kind === 'memory') return owner;
  if (status.keeper === 'passphrase') return [...owner, 'passphrase'];
  return owner.length > 0 ? owner : ['keyring'];
}

/**
 * Whether a start is a locked one: because the vault waits for its passphrase, or because the app was locked when it ended.
 * Where nothing could open it any more there is nothing sealed to open either.
 */
export function startingLock(
  means: readonly UnlockMeans[],
  vault: VaultStatus,
  wasLocked: boolean,
): Lock {
  const locked = vault.kind === 'locked' || (wasLocked && means.length > 0);
  return locked ? { kind: 'locked', means, why: 'start' } : { kind: 'open', means };
}

/** Why a try is not listened to yet. */
export function tooEarly(attempts: Attempts, clock: Pick<Clock, 'now'>): Problem | undefined {
  const until = attempts.waitUntil();
  if (until === undefined) return undefined;
  const wait = formatSpan(until - clock.now());
  return {
    kind: 'wrong-passphrase',
    message: `There were too many wrong tries. Wait ${wait}, then try again.`,
  };
}

export const wrongPassphrase: Problem = {
  kind: 'wrong-passphrase',
  message: 'This is not the passphrase that the vault was sealed with.',
};

const passphraseWanted: Problem = { kind: 'wrong-passphrase', message: 'Type the passphrase.' };

const ownerDeclined: Problem = {
  kind: 'locked',
  message: 'Touch ID did not recognise you. Try again.',
};

const keyringDeclined: Problem = {
  kind: 'locked',
  message: 'The system did not open the key of the vault. Unlock your keyring and try again.',
};

const nothingToUnlockWith: Problem = {
  kind: 'vault',
  message:
    'Nothing could unlock Azimuth again: this system has no keyring. Protect it with a passphrase first.',
};
