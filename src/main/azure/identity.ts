import type { Identity } from '../core/ports.ts';
import { isServicePrincipal } from './service-principal.ts';
import type { ServicePrincipals } from './service-principals.ts';
import type { Users } from './users.ts';

/** Entra ID through MSAL: people and service principals, told apart by the id of their account. */
export function createIdentity(users: Users, servicePrincipals: ServicePrincipals): Identity {
  const keeperOf = (homeAccountId: string): Pick<Identity, 'acquireToken' | 'forget'> =>
    isServicePrincipal(homeAccountId) ? servicePrincipals : users;

  return {
    signIn: (request) => users.signIn(request),
    signInServicePrincipal: (input) => servicePrincipals.signInServicePrincipal(input),
    acquireToken: (ask) => keeperOf(ask.account.homeAccountId).acquireToken(ask),
    forget: (account) => keeperOf(account.homeAccountId).forget(account),
    // A service principal is on disk before its sign-in is done, so only people's sessions can wait.
    flush: () => users.flush(),
  };
}
