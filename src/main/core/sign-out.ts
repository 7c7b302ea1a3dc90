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
export const signOut = (deps: SignOutDeps, accountKey: string): Promise<Result<null>> =>
  signOutEach(
    deps,
    deps.store.state().accounts.filter(({ key }) => key === accountKey),
  );

/** Signs all of them out, also after one that the disk still has. */
export const signOutAll = (deps: SignOutDeps): Promise<Result<null>> =>
  signOutEach(deps, deps.store.state().accounts);

async function signOutEach(deps: SignOutDeps, accounts: readonly Account[]): Promise<Result<null>> {
  const left: string[] = [];
  let detail = '';
  for (const account of accounts) {
    const refused = await signOutOne(deps, account);
    if (!refused) continue;
    left.push(account.username);
    detail = String(refused.reason);
  }
  if (left.length === 0) return succeed(null);
  const message = stillOnDisk(left);
  // As a notice too, because the row that asked is gone by now: in the place of the vault's, which says less.
  deps.store.apply({
    kind: 'noticed',
    notice: { id: cannotWriteNotice, tone: 'warning', message, detail },
  });
  return fail({ kind: 'vault', message, detail });
}

/** @returns what the disk refused, if it did */
async function signOutOne(
  deps: SignOutDeps,
  account: Account,
): Promise<PromiseRejectedResult | undefined> {
  deps.discovery.stop(account.key);
  await deps.forgetTokens(account.key);
  deps.store.apply({ kind: 'account-signed-out', accountKey: account.key });
  const writes = await Promise.allSettled([deps.identity.forget(account), deps.remembered()]);
  return writes.find((one) => one.status === 'rejected');
}

const stillOnDisk = (usernames: readonly string[]): string =>
  `${usernames.join(' and ')} ${usernames.length === 1 ? 'is' : 'are'} signed out here, but could not be removed from the disk, and would be back after a restart. Check the free space and the permissions of Azimuth’s folder; it is tried again while Azimuth runs.`;
