import type { Account } from '../../shared/model.ts';
import { accountKeyOf } from '../../shared/model.ts';
import type { Result } from '../../shared/problem.ts';
import { succeed } from '../../shared/problem.ts';
import type { ServicePrincipalInput } from '../../shared/service-principal.ts';
import type { Identity } from './ports.ts';
import type { Store } from './store.ts';

export interface ServicePrincipalDeps {
  readonly store: Store;
  readonly identity: Pick<Identity, 'signInServicePrincipal'>;
  /** Drops tokens that the credential before brought and that are still held for copying. */
  readonly forgetTokens: (accountKey: string) => Promise<void>;
  /** Runs once it is signed in: remembering it, then discovering. */
  readonly signedIn: (account: Account) => Promise<void>;
}

/** Adds a service principal to the accounts, or gives the one that is there another credential. */
export async function signInServicePrincipal(
  { store, identity, forgetTokens, signedIn }: ServicePrincipalDeps,
  input: ServicePrincipalInput,
): Promise<Result<{ readonly accountKey: string }>> {
  const { cloud = store.state().clouds.current } = input;
  const answer = await identity.signInServicePrincipal({ ...input, cloud });
  if (!answer.ok) return answer;
  const key = accountKeyOf(answer.value.cloud, answer.value.homeAccountId);
  const before = store.state().accounts.find((one) => one.key === key);
  if (before) await forgetTokens(key);
  const account: Account = {
    ...answer.value,
    kind: 'service-principal',
    key,
    displayName: input.label || before?.displayName || answer.value.username,
    session: { kind: 'active' },
  };
  store.apply({ kind: 'account-signed-in', account });
  await signedIn(account);
  return succeed({ accountKey: key });
}
