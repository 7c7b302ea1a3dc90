import type { Discovery } from './discover.ts';
import type { Identity } from './ports/azure.ts';
import type { Store } from './store.ts';

export interface SignOutDeps {
  readonly store: Store;
  readonly identity: Pick<Identity, 'forget'>;
  readonly discovery: Pick<Discovery, 'stop'>;
  /** Drops tokens of the account that are still held for copying. */
  readonly forgetTokens: (accountKey: string) => Promise<void>;
  /** Resolves when the change is on disk: a person who signed out must not find the account there again. */
  readonly remembered: () => Promise<void>;
}

/** Signs one account out, here: what the provider keeps (its browser session) is the browser's matter. */
export async function signOut(deps: SignOutDeps, accountKey: string): Promise<void> {
  const account = deps.store.state().accounts.find((one) => one.key === accountKey);
  if (!account) return;
  deps.discovery.stop(accountKey);
  await deps.forgetTokens(accountKey);
  deps.store.apply({ kind: 'account-signed-out', accountKey });
  await deps.identity.forget(account);
  await deps.remembered();
}

export async function signOutAll(deps: SignOutDeps): Promise<void> {
  for (const account of deps.store.state().accounts) await signOut(deps, account.key);
}
