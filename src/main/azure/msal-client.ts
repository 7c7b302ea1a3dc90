import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import { LogLevel, PublicClientApplication } from '@azure/msal-node';
import type { Cloud } from '../../shared/cloud.ts';
import type { Fetch, SignedInUser } from '../core/ports.ts';
import type { PersistentCache } from './cache-plugin.ts';
import { createNetworkClient } from './network-client.ts';

/** One public client of one cloud, with the home accounts that its cache holds. */
export interface MsalClient {
  readonly cloud: Cloud;
  readonly application: PublicClientApplication;
  /** The account as MSAL wants it back. */
  account(homeAccountId: string): Promise<AccountInfo | undefined>;
  /** Takes a sign-in in: from now on `account` knows it. */
  welcome(result: AuthenticationResult): SignedInUser;
  forget(homeAccountId: string): void;
}

export function createMsalClient(
  cloud: Cloud,
  fetch: Fetch,
  persistentCache: PersistentCache,
): MsalClient {
  const application = new PublicClientApplication({
    auth: {
      clientId: cloud.clientId,
      authority: `${cloud.authority}/organizations`,
      knownAuthorities: [new URL(cloud.authority).host],
      // CP1: we understand claims challenges, so tokens may be long-lived and revoked at once
      // (https://learn.microsoft.com/entra/identity-platform/claims-challenge).
      clientCapabilities: ['CP1'],
    },
    cache: { cachePlugin: persistentCache.plugin },
    system: {
      networkClient: createNetworkClient(fetch),
      loggerOptions: {
        logLevel: LogLevel.Error,
        piiLoggingEnabled: false,
        loggerCallback: () => {},
      },
    },
  });

  // `getAllAccounts` slows down quadratically with the tenants, so it is asked once.
  let known: Promise<Map<string, AccountInfo>> | undefined;
  const accounts = (): Promise<Map<string, AccountInfo>> =>
    (known ??= application
      .getAllAccounts()
      .then((all) => new Map(all.map((account) => [account.homeAccountId, account]))));

  return {
    cloud,
    application,
    account: async (homeAccountId) => (await accounts()).get(homeAccountId),
    welcome(result) {
      const { account } = result;
      if (!account) throw new Error('the sign-in brought no account');
      void accounts().then((all) => all.set(account.homeAccountId, account));
      return {
        cloud: cloud.name,
        homeAccountId: account.homeAccountId,
        homeTenantId: account.homeAccountId.split('.')[1] ?? account.tenantId,
        username: account.username,
        displayName: account.name ?? account.username,
      };
    },
    forget(homeAccountId) {
      void accounts().then((all) => all.delete(homeAccountId));
    },
  };
}
