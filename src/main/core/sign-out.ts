import type { Account } from '../../shared/model.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Discovery } from './discover.ts';
import type { Identity } from './ports/azure.ts';
import { cannotWriteNotice } from './ports/storage.ts';
import type { Store } from './store.ts';

export interface SignOutDeps {
  readonly store: Store;
  readonly identity: Pick<Identity, 'forget'>;
  readonly discovery: Pick<Discovery, 'stop'>;
  /** Drops tokens of the account that are still held for copying. */
  readonly forgetTokens: (accountKey: string) => Promise<void>;
  /** Resolves when the change is on disk, rejects when it can't be: the account would be there again after a restart. */
  readonly remembered: () => Promise<void>;
}

/**
 * Signs one account out, here: what the provider keeps (its browser session) is the browser's matter. Where the disk can't be
 * written it is signed out all the same, and the answer says what would come back.
 */
export async function signOut(deps: SignOutDeps, accountKey: string): Promise<Result<null>> {
  const account = deps.store.state().accounts.find((one) => one.key === accountKey);
  if (!account) return succeed(null);
  deps.discovery.stop(accountKey);
  await deps.forgetTokens(accountKey);
  deps.store.apply({ kind: 'account-signed-out', accountKey });
  const writes = await Promise.allSettled([deps.identity.forget(account), deps.remembered()]);
  const failed = writes.find((one) => one.status === 'rejected');
  if (!failed) return succeed(null);
  const { message, detail } = stillOnDisk(account, failed.reason);
  // As a notice too, because the row that asked is gone by now: in the place of the vault's, which says less.
  deps.store.apply({
    kind: 'noticed',
    notice: { id: cannotWriteNotice, tone: 'warning', message, detail },
  });
  return fail({ kind: 'vault', message, detail });
}

/** Signs all of them out, also after one that the disk still has. */
export async function signOutAll(deps: SignOutDeps): Promise<Result<null>> {
  let all: Result<null> = succeed(null);
  for (const account of deps.store.state().accounts) {
    const one = await signOut(deps, account.key);
    if (!one.ok) all = one;
  }
  return all;
}

const stillOnDisk = ({ username }: Account, error: unknown) => ({
  message: `${username} is signed out here, but could not be removed from the disk, and would be back after a restart. Check the free space and the permissions of Azimuth’s folder; it is tried again while Azimuth runs.`,
  detail: String(error),
});
