import type { Account } from '../../shared/model.ts';
import { accountKeyOf } from '../../shared/model.ts';
import type { Result } from '../../shared/problem.ts';
import { succeed } from '../../shared/problem.ts';
import type { Store } from './store.ts';

export interface WelcomeDeps {
  readonly store: Store;
  /** Drops tokens that the sign-in before brought and that are still held for copying. */
  readonly forgetTokens: (accountKey: string) => Promise<void>;
  /** Runs once it is signed in: remembering it, then discovering. */
  readonly signedIn: (account: Account) => Promise<void>;
}

/** Adds what signs in as itself to the accounts, or renews the one that is there, which keeps its label. */
export async function welcomeApplication(
  { store, forgetTokens, signedIn }: WelcomeDeps,
  found: Omit<Account, 'key' | 'session'>,
  label: string | undefined,
): Promise<Result<{ readonly accountKey: string }>> {
  const key = accountKeyOf(found.cloud, found.homeAccountId);
  const before = store.state().accounts.find((one) => one.key === key);
  if (before) await forgetTokens(key);
  const account: Account = {
    ...found,
    key,
    displayName: label || before?.displayName || found.displayName,
    session: { kind: 'active' },
  };
  store.apply({ kind: 'account-signed-in', account });
  await signedIn(account);
  return succeed({ accountKey: key });
}
