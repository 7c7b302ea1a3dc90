import type { Identity } from '../core/ports/azure.ts';
import type { ManagedIdentities } from './managed-identities.ts';
import { isManagedIdentity } from './managed-identities.ts';
import { isServicePrincipal } from './service-principal.ts';
import type { ServicePrincipals } from './service-principals.ts';
import type { Users } from './users.ts';

export interface Keepers {
  readonly users: Users;
  readonly servicePrincipals: ServicePrincipals;
  readonly managedIdentities: ManagedIdentities;
}

/** Entra ID through MSAL: people, service principals and the machine's own identities, told apart by their account's id. */
export function createIdentity({ users, servicePrincipals, managedIdentities }: Keepers): Identity {
  const keeperOf = (homeAccountId: string): Pick<Identity, 'acquireToken' | 'forget'> => {
    if (isServicePrincipal(homeAccountId)) return servicePrincipals;
    return isManagedIdentity(homeAccountId) ? managedIdentities : users;
  };

  return {
    signIn: (request) => users.signIn(request),
    signInServicePrincipal: (input) => servicePrincipals.signInServicePrincipal(input),
    findManagedIdentity: () => managedIdentities.findManagedIdentity(),
    signInManagedIdentity: (input) => managedIdentities.signInManagedIdentity(input),
    acquireToken: (ask) => keeperOf(ask.account.homeAccountId).acquireToken(ask),
    forget: (account) => keeperOf(account.homeAccountId).forget(account),
    // A service principal is on disk before its sign-in is done, so only people's sessions can wait.
    flush: () => users.flush(),
  };
}
