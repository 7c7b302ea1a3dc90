import type { Identity, KnownClouds } from '../core/ports/azure.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Fetch } from '../core/ports/desktop.ts';
import type { Vault } from '../core/ports/storage.ts';
import { createIdentity } from './identity.ts';
import { createManagedIdentities } from './managed-identities.ts';
import type { MsalClientDeps } from './msal-client.ts';
import { createMsalClient } from './msal-client.ts';
import type { MsalClients } from './msal-clients.ts';
import { createMsalClients } from './msal-clients.ts';
import { createNetworkClient } from './network-client.ts';
import { createServicePrincipals } from './service-principals.ts';
import { createSessionBook } from './session-book.ts';
import { createUsers } from './users.ts';

export interface EntraIdDeps extends Pick<MsalClientDeps, 'log' | 'named'> {
  readonly clouds: KnownClouds;
  readonly fetch: Fetch;
  readonly vault: Vault;
  readonly clock: Clock;
}

export interface EntraId {
  readonly identity: Identity;
  readonly clients: MsalClients;
}

/** Entra ID of every cloud, for everybody who can sign in, over one network and out of one vault. */
export function connectEntraId({ clouds, fetch, vault, clock, log, named }: EntraIdDeps): EntraId {
  const network = createNetworkClient(fetch);
  const sessions = createSessionBook(vault, clouds);
  const clients = createMsalClients(clouds, (cloud) =>
    createMsalClient(cloud, {
      network,
      vault: sessions.page(cloud.name, cloud.clientId),
      clock,
      log,
      named,
    }),
  );
  const identity = createIdentity({
    users: createUsers(clients, sessions, clock),
    servicePrincipals: createServicePrincipals(clouds, network, vault, clock),
    managedIdentities: createManagedIdentities(clouds, clock),
  });
  return { identity, clients };
}
