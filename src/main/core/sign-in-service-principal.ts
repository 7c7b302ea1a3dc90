import type { Result } from '../../shared/problem.ts';
import type { ServicePrincipalInput } from '../../shared/service-principal.ts';
import type { Identity } from './ports/azure.ts';
import type { WelcomeDeps } from './welcome-application.ts';
import { welcomeApplication } from './welcome-application.ts';

export interface ServicePrincipalDeps extends WelcomeDeps {
  readonly identity: Pick<Identity, 'signInServicePrincipal'>;
}

/** Adds a service principal to the accounts, or gives the one that is there another credential. */
export async function signInServicePrincipal(
  deps: ServicePrincipalDeps,
  input: ServicePrincipalInput,
): Promise<Result<{ readonly accountKey: string }>> {
  const { cloud = deps.store.state().clouds.current } = input;
  const answer = await deps.identity.signInServicePrincipal({ ...input, cloud });
  if (!answer.ok) return answer;
  const { username: displayName } = answer.value;
  return welcomeApplication(
    deps,
    { kind: 'service-principal', displayName, ...answer.value },
    input.label,
  );
}
