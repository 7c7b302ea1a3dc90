import type { ManagedIdentityInput } from '../../shared/managed-identity.ts';
import type { Result } from '../../shared/problem.ts';
import type { WelcomeDeps } from './welcome-application.ts';
import { welcomeApplication } from './welcome-application.ts';
import type { Identity } from './ports/azure.ts';

export interface ManagedIdentityDeps extends WelcomeDeps {
  readonly identity: Pick<Identity, 'signInManagedIdentity'>;
}

/** Adds an identity of this machine to the accounts. */
export async function signInManagedIdentity(
  deps: ManagedIdentityDeps,
  { identity, label }: ManagedIdentityInput,
): Promise<Result<{ readonly accountKey: string }>> {
  const cloud = deps.store.state().clouds.current;
  const answer = await deps.identity.signInManagedIdentity({ cloud, identity });
  if (!answer.ok) return answer;
  return welcomeApplication(deps, { kind: 'managed-identity', ...answer.value }, label);
}
