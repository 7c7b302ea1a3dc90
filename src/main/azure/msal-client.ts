import type {
  AccountInfo,
  AuthenticationResult,
  INetworkModule,
  NodeAuthOptions,
} from '@azure/msal-node';
import { PublicClientApplication } from '@azure/msal-node';
import { z } from 'zod';
import type { Cloud } from '../../shared/cloud.ts';
import { accountKeyOf } from '../../shared/model.ts';
import { consumersTenantId, passthroughTenantId } from '../../shared/personal-account.ts';
import { plainName } from '../../shared/plain-name.ts';
import type { HomeNames, SignedInUser } from '../core/ports/azure.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log, Vault } from '../core/ports/storage.ts';
import { homeNames } from './home-names.ts';
import { authOptions, systemOptions } from './msal-options.ts';
import { readOpenIdConfiguration } from './open-id-configuration.ts';
import { createPersistentCache } from './persistent-cache.ts';
import { createTenantClients } from './tenant-clients.ts';

/** One public client of one cloud, with the home accounts that its cache holds. */
export interface MsalClient {
  readonly cloud: Cloud;
  readonly network: INetworkModule;
  /** Runs a call of MSAL on the loaded cache, and sees to it that what it changed is written. */
  use<T>(call: (application: PublicClientApplication) => Promise<T>): Promise<T>;
  /** The same for a token of a tenant: on the lasting cache for the account's home, else on that tenant's own. */
  mint(
    account: AccountInfo,
    tenantId: string,
    call: (application: PublicClientApplication) => Promise<AuthenticationResult>,
  ): Promise<AuthenticationResult>;
  /** Resolves when everything so far is on disk. */
  flush(): Promise<void>;
  /** The account as MSAL wants it back. */
  account(homeAccountId: string): Promise<AccountInfo | undefined>;
  /** Takes a sign-in in: from now on `account` knows it. */
  welcome(result: AuthenticationResult): Promise<SignedInUser>;
  /** Removes the account with all its tokens; resolves when that is on disk. */
  remove(account: AccountInfo): Promise<void>;
}

export interface MsalClientDeps {
  readonly network: INetworkModule;
  /** Where the client's cache lasts. */
  readonly vault: Pick<Vault, 'read' | 'write' | 'setAside'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
  /** Hears what people are called whenever Entra ID says so. */
  readonly named: (names: HomeNames) => void;
}

export function createMsalClient(
  cloud: Cloud,
  { network, vault, clock, log, named }: MsalClientDeps,
): MsalClient {
  const auth: NodeAuthOptions = {
    clientId: cloud.clientId,
    ...authOptions(cloud, 'organizations'),
  };
  const system = systemOptions(network);
  const application = new PublicClientApplication({ auth, system });
  const tenantClients = createTenantClients({
    cloud,
    auth,
    system,
    serialize: () => cache.snapshot(),
    openIdConfiguration: () => readOpenIdConfiguration(network, cloud.authority, 'organizations'),
  });
  const cache = createPersistentCache(application.getTokenCache(), vault, clock, log);

  // `getAllAccounts` slows down quadratically with the tenants, so it is asked once: before anything else, so that a
  // sign-in which is taken back is not taken for an account that was there.
  const load = async (): Promise<Map<string, AccountInfo>> => {
    await cache.loaded();
    const all = await application.getAllAccounts();
    return new Map(all.map((account) => [account.homeAccountId, account]));
  };
  let known: Promise<Map<string, AccountInfo>> | undefined;
  const accounts = (): Promise<Map<string, AccountInfo>> => (known ??= load());

  const use = async <T>(call: (msal: PublicClientApplication) => Promise<T>): Promise<T> => {
    await accounts();
    try {
      return await call(application);
    } finally {
      cache.used();
    }
  };

  const tellNames = (result: AuthenticationResult): void => {
    const names = homeNames(result);
    if (!names || !result.account) return;
    named({ key: accountKeyOf(cloud.name, result.account.homeAccountId), ...names });
  };

  return {
    cloud,
    network,
    use,
    async mint(account, tenantId, call) {
      if (tenantId === homeTenantOf(account)) {
        tenantClients.prepare();
        const result = await use(call);
        tellNames(result);
        return result;
      }
      await accounts();
      try {
        return await call(await tenantClients.client(account, tenantId));
      } catch (error) {
        tenantClients.forget(account.homeAccountId, tenantId);
        throw error;
      }
    },
    flush: () => cache.flush(),
    account: async (homeAccountId) => (await accounts()).get(homeAccountId),
    async welcome(result) {
      const { account, idTokenClaims } = result;
      if (!account) throw new Error('the sign-in brought no account');
      (await accounts()).set(account.homeAccountId, account);
      tenantClients.forget(account.homeAccountId);
      tenantClients.prepare();
      tellNames(result);
      const username = plainName(account.username);
      return {
        cloud: cloud.name,
        homeAccountId: account.homeAccountId,
        homeTenantId: homeTenantOf(account),
        username,
        displayName: plainName(account.name ?? '') || username,
        clientId: cloud.clientId,
        sessionFacts: { provedAt: provedAt(idTokenClaims, clock.now()), limits: [] },
      };
    },
    async remove(account) {
      tenantClients.forget(account.homeAccountId);
      await use((msal) => msal.signOut({ account }));
      (await accounts()).delete(account.homeAccountId);
      await cache.flush();
    },
  };
}

/**
 * When the person proved who they are, as far as the ID token tells: `auth_time` where the provider sends it, else the moment
 * of the token. A browser that was signed in already may have asked for the proof earlier.
 */
function provedAt(claims: object, now: number): number {
  const parsed = z
    .object({ auth_time: z.number().optional(), iat: z.number().optional() })
    .safeParse(claims);
  const seconds = parsed.data?.auth_time ?? parsed.data?.iat;
  return seconds === undefined ? now : Math.min(seconds * 1_000, now);
}

/**
 * The second half of MSAL's `oid.tid`, or for a personal account the tenant that stands in for its home: the home itself
 * issues no tokens for Azure. Git Credential Manager and VS Code name the same tenant to MSAL.
 */
function homeTenantOf({ homeAccountId, tenantId }: AccountInfo): string {
  const home = homeAccountId.split('.')[1] ?? tenantId;
  return home === consumersTenantId ? passthroughTenantId : home;
}
