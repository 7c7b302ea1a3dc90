import type { AccountInfo, AuthenticationResult, INetworkModule } from '@azure/msal-node';
import { LogLevel, PublicClientApplication } from '@azure/msal-node';
import type { Cloud } from '../../shared/cloud.ts';
import type { Clock, Fetch, SignedInUser, Vault } from '../core/ports.ts';
import { createNetworkClient } from './network-client.ts';
import { createPersistentCache } from './persistent-cache.ts';

/** One public client of one cloud, with the home accounts that its cache holds. */
export interface MsalClient {
  readonly cloud: Cloud;
  readonly network: INetworkModule;
  /** Runs a call of MSAL on the loaded cache, and sees to it that what it changed is written. */
  use<T>(call: (application: PublicClientApplication) => Promise<T>): Promise<T>;
  /** Resolves when everything so far is on disk. */
  flush(): Promise<void>;
  /** The account as MSAL wants it back. */
  account(homeAccountId: string): Promise<AccountInfo | undefined>;
  /** Takes a sign-in in: from now on `account` knows it. */
  welcome(result: AuthenticationResult): Promise<SignedInUser>;
  /** Removes the account with all its tokens; resolves when that is on disk. */
  remove(account: AccountInfo): Promise<void>;
}

export function createMsalClient(
  cloud: Cloud,
  fetch: Fetch,
  vault: Pick<Vault, 'read' | 'write' | 'setAside'>,
  clock: Clock,
): MsalClient {
  const network = createNetworkClient(fetch);
  const application = new PublicClientApplication({
    auth: {
      clientId: cloud.clientId,
      authority: `${cloud.authority}/organizations`,
      knownAuthorities: [new URL(cloud.authority).host],
      // CP1: we understand claims challenges, so tokens may be long-lived and revoked at once
      // (https://learn.microsoft.com/entra/identity-platform/claims-challenge).
      clientCapabilities: ['CP1'],
    },
    system: {
      networkClient: network,
      loggerOptions: {
        logLevel: LogLevel.Error,
        piiLoggingEnabled: false,
        loggerCallback: () => {},
      },
    },
  });
  const cache = createPersistentCache(application.getTokenCache(), vault, clock);

  const use = async <T>(call: (msal: PublicClientApplication) => Promise<T>): Promise<T> => {
    await cache.loaded();
    try {
      return await call(application);
    } finally {
      cache.used();
    }
  };

  // `getAllAccounts` slows down quadratically with the tenants, so it is asked once.
  let known: Promise<Map<string, AccountInfo>> | undefined;
  const accounts = (): Promise<Map<string, AccountInfo>> =>
    (known ??= use((msal) => msal.getAllAccounts()).then(
      (all) => new Map(all.map((account) => [account.homeAccountId, account])),
    ));

  return {
    cloud,
    network,
    use,
    flush: () => cache.flush(),
    account: async (homeAccountId) => (await accounts()).get(homeAccountId),
    async welcome({ account }) {
      if (!account) throw new Error('the sign-in brought no account');
      (await accounts()).set(account.homeAccountId, account);
      return {
        cloud: cloud.name,
        homeAccountId: account.homeAccountId,
        homeTenantId: account.homeAccountId.split('.')[1] ?? account.tenantId,
        username: account.username,
        displayName: account.name ?? account.username,
      };
    },
    async remove(account) {
      await use((msal) => msal.signOut({ account }));
      (await accounts()).delete(account.homeAccountId);
      await cache.flush();
    },
  };
}
