import type { INetworkModule } from '@azure/msal-node';
import type { Cloud } from '../../shared/cloud.ts';
import { cloudNamed } from '../../shared/cloud.ts';
import { accountKeyOf } from '../../shared/model.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Identity, KnownClouds, SessionOwner } from '../core/ports/azure.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Vault } from '../core/ports/storage.ts';
import { unknownCloud } from '../core/unknown-cloud.ts';
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
  clouds: KnownClouds,
  network: INetworkModule,
  vault: Pick<Vault, 'read' | 'write' | 'setAside'>,
  clock: Clock,
): ServicePrincipals {
  const store = createServicePrincipalStore(vault);
  const clients = new Map<string, { readonly cloud: Cloud; readonly client: ApplicationClient }>();

  const clientOf = async (
    cloud: Cloud,
    { homeAccountId }: SessionOwner,
  ): Promise<ApplicationClient | undefined> => {
    const key = accountKeyOf(cloud.name, homeAccountId);
    const known = (): ApplicationClient | undefined => {
      const made = clients.get(key);
      return made?.cloud === cloud ? made.client : undefined;
    };
    const ready = known();
    if (ready) return ready;
    const principal = await store.find(cloud.name, homeAccountId);
    if (!principal) return undefined;
    const client = known() ?? createApplicationClient(cloud, network, principal);
    clients.set(key, { cloud, client });
    return client;
  };

  const mint: Mint = async (ask, renew) => {
    const cloud = cloudNamed(clouds(), ask.account.cloud);
    if (!cloud) return fail(unknownCloud(ask.account.cloud));
    const client = await clientOf(cloud, ask.account);
    if (client) return client.acquire(ask, renew);
    return fail({
      kind: 'bad-client-credential',
      message: `The credential of ${ask.account.username} is not stored on this computer. Give it again.`,
      remedy: { kind: 'replace-credential' },
    });
  };

  const tokens = createAccessTokens(mint, clock);

  return {
    async signInServicePrincipal({ cloud: name, clientId, tenant, credential: input }) {
      const cloud = cloudNamed(clouds(), name);
      if (!cloud) return fail(unknownCloud(name));
      const credential = await readCredential(input, clock.now());
      if (!credential.ok) return credential;
      const tenantId = tenant.toLowerCase();
      const named = { cloud: name, clientId, tenantId, credential: credential.value };
      const proved = await createApplicationClient(cloud, network, named).acquire(
        { tenantId, scopes: resourceManagerScopes(cloud) },
        false,
      );
      if (!proved.ok) return proved;
      // The tenant may have been named by a domain; its token says which it is.
      const principal = { ...named, tenantId: proved.value.tenantId };
      const id = idOf(principal);
      // It is signed in, if only until the end where the disk takes nothing.
      await store.put(principal).catch(() => undefined);
      clients.delete(accountKeyOf(name, id));
      tokens.forget({ cloud: name, homeAccountId: id });
      return succeed({
        cloud: cloud.name,
        homeAccountId: id,
        homeTenantId: principal.tenantId,
        username: clientId,
        credential: factsOf(principal.credential),
      });
    },
    acquireToken: (ask) => tokens.acquire(ask),
    async forget({ cloud, homeAccountId }) {
      tokens.forget({ cloud, homeAccountId });
      clients.delete(accountKeyOf(cloud, homeAccountId));
      await store.remove(cloud, homeAccountId);
    },
  };
}
