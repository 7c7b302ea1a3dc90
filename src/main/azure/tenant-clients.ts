import type { AccountInfo, NodeAuthOptions, NodeSystemOptions } from '@azure/msal-node';
import { PublicClientApplication } from '@azure/msal-node';
import { z } from 'zod';
import { clouds } from '../../shared/cloud.ts';
import type { Cloud } from '../../shared/cloud.ts';

export interface TenantClientDeps {
  readonly cloud: Cloud;
  readonly auth: NodeAuthOptions;
  readonly system: NodeSystemOptions;
  /** MSAL's serialised main cache, which holds the accounts' refresh tokens. */
  readonly serialize: () => string;
  /** The OpenID configuration of `organizations`. */
  readonly openIdConfiguration: () => Promise<object>;
}

/** MSAL clients that mint for one account in one tenant. */
export interface TenantClients {
  client(account: AccountInfo, tenantId: string): Promise<PublicClientApplication>;
  /** Reads what all clients need, so that the first of them does not wait for it. */
  prepare(): void;
  /** Drops the account's clients, or the one of a tenant: the next begins with the refresh token of the main cache. */
  forget(homeAccountId: string, tenantId?: string): void;
}

/** The part of MSAL's cache schema that a client begins with. */
const cacheSchema = z.looseObject({
  Account: z.record(z.string(), z.looseObject({ home_account_id: z.string() })).default({}),
  RefreshToken: z.record(z.string(), z.looseObject({ home_account_id: z.string() })).default({}),
  AppMetadata: z.record(z.string(), z.unknown()).default({}),
});

/**
 * One small MSAL cache a tenant. In a shared one MSAL walks through all accounts and id tokens of all tenants at every
 * call, some 8 ms each with 100 tenants, which is most of a discovery. These caches live in memory: what has to last is
 * the refresh token of the main cache, which the home tenant's tokens keep fresh.
 */
export function createTenantClients(deps: TenantClientDeps): TenantClients {
  const clients = new Map<string, Promise<PublicClientApplication>>();
  let configuration: Promise<string> | undefined;

  // MSAL knows the endpoints of the published clouds by heart.
  const isPublished = clouds.some(({ authority }) => authority === deps.cloud.authority);

  const readConfiguration = (): Promise<string> => {
    const reading = deps.openIdConfiguration().then((document) => JSON.stringify(document));
    configuration = reading;
    reading.catch(() => {
      if (configuration === reading) configuration = undefined;
    });
    return reading;
  };

  const metadataFor = async (
    tenantId: string,
  ): Promise<Pick<NodeAuthOptions, 'authorityMetadata'>> => {
    if (isPublished) return {};
    const document = await (configuration ?? readConfiguration());
    return { authorityMetadata: document.replaceAll('/organizations/', `/${tenantId}/`) };
  };

  const create = async (
    account: AccountInfo,
    tenantId: string,
  ): Promise<PublicClientApplication> => {
    const client = new PublicClientApplication({
      auth: {
        ...deps.auth,
        ...(await metadataFor(tenantId)),
        authority: `${deps.cloud.authority}/${tenantId}`,
      },
      system: deps.system,
    });
    client.getTokenCache().deserialize(seed(deps.serialize(), account.homeAccountId));
    return client;
  };

  return {
    client(account, tenantId) {
      const key = `${account.homeAccountId} ${tenantId}`;
      const known = clients.get(key);
      if (known) return known;
      const created = create(account, tenantId);
      clients.set(key, created);
      created.catch(() => clients.delete(key));
      return created;
    },
    prepare() {
      if (!isPublished && !configuration) readConfiguration().catch(() => undefined);
    },
    forget(homeAccountId, tenantId) {
      const prefix = tenantId === undefined ? `${homeAccountId} ` : `${homeAccountId} ${tenantId}`;
      for (const key of clients.keys()) if (key.startsWith(prefix)) clients.delete(key);
    },
  };
}

/** The account and its refresh token, without any token of a tenant. */
function seed(serialized: string, homeAccountId: string): string {
  const { Account, RefreshToken, AppMetadata } = cacheSchema.parse(JSON.parse(serialized));
  const own = <T extends { home_account_id: string }>(entities: Record<string, T>) =>
    Object.fromEntries(
      Object.entries(entities).filter(([, entity]) => entity.home_account_id === homeAccountId),
    );
  return JSON.stringify({ Account: own(Account), RefreshToken: own(RefreshToken), AppMetadata });
}
