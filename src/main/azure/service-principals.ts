import type { INetworkModule } from '@azure/msal-node';
import type { Cloud } from '../../shared/cloud.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Clock, Identity, Vault } from '../core/ports.ts';
import type { Mint } from './access-tokens.ts';
import { createAccessTokens } from './access-tokens.ts';
import type { ApplicationClient } from './acquire-as-application.ts';
import { createApplicationClient } from './acquire-as-application.ts';
import { readCredential } from './read-credential.ts';
import { resourceManagerScopes } from './scopes.ts';
import { factsOf, idOf } from './service-principal.ts';
import { createServicePrincipalStore } from './service-principal-store.ts';

/** Applications that sign in as themselves. */
export type ServicePrincipals = Pick<
  Identity,
  'signInServicePrincipal' | 'acquireToken' | 'forget'
>;

export function createServicePrincipals(
  cloud: Cloud,
  network: INetworkModule,
  vault: Pick<Vault, 'read' | 'write' | 'setAside'>,
  clock: Clock,
): ServicePrincipals {
  const store = createServicePrincipalStore(vault);
  const clients = new Map<string, ApplicationClient>();

  const clientOf = async (id: string): Promise<ApplicationClient | undefined> => {
    const known = clients.get(id);
    if (known) return known;
    const principal = await store.find(id);
    if (!principal) return undefined;
    const client = clients.get(id) ?? createApplicationClient(cloud, network, principal);
    clients.set(id, client);
    return client;
  };

  const mint: Mint = async (ask, renew) => {
    const client = await clientOf(ask.account.homeAccountId);
    if (client) return client.acquire(ask, renew);
    return fail({
      kind: 'bad-client-credential',
      message: `The credential of ${ask.account.username} is not stored on this computer. Give it again.`,
      remedy: { kind: 'replace-credential' },
    });
  };

  const tokens = createAccessTokens(mint, clock);

  return {
    async signInServicePrincipal({ clientId, tenant, credential: input }) {
      const credential = await readCredential(input, clock.now());
      if (!credential.ok) return credential;
      const named = { clientId, tenantId: tenant.toLowerCase(), credential: credential.value };
      const proved = await createApplicationClient(cloud, network, named).acquire(
        { tenantId: named.tenantId, scopes: resourceManagerScopes(cloud) },
        false,
      );
      if (!proved.ok) return proved;
      // The tenant may have been named by a domain; its token says which it is.
      const principal = { ...named, tenantId: proved.value.tenantId };
      const id = idOf(principal);
      await store.put(principal);
      clients.delete(id);
      tokens.forget(id);
      return succeed({
        cloud: cloud.name,
        homeAccountId: id,
        homeTenantId: principal.tenantId,
        username: clientId,
        credential: factsOf(principal.credential),
      });
    },
    acquireToken: (ask) => tokens.acquire(ask),
    async forget(id) {
      tokens.forget(id);
      clients.delete(id);
      await store.remove(id);
    },
  };
}
