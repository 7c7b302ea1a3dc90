import type { SelfSigned } from '../certificate.ts';
import { createApplications, grantApplications, type Applications } from './applications.ts';
import { subscriptions, tenants, users } from './contoso.ts';
import { generatedSubscriptions, generatedTenant } from './generated.ts';
import { identifierOf } from './identifier.ts';
import { managedIdentities } from './managed-identities.ts';
import type { Application, PublicClient, Subscription, Tenant, User } from './model.ts';
import { microsoftServices } from './personal-accounts.ts';
import { publicClients } from './public-clients.ts';

/** Everyone and everything in the simulated cloud, as data, plus the look-ups that tests ask for. */
export interface Directory {
  readonly users: typeof users;
  readonly tenants: typeof tenants;
  readonly subscriptions: typeof subscriptions;
  readonly applications: Applications;
  readonly managedIdentities: typeof managedIdentities;
  readonly clients: typeof publicClients;
  /** Built-in and generated users, tenants. */
  readonly allUsers: readonly User[];
  readonly allTenants: readonly Tenant[];
  /** By id, or by any of its domains, without regard to case. */
  findTenant(idOrDomain: string): Tenant | undefined;
  findUser(usernameOrId: string): User | undefined;
  findApplication(clientId: string): Application | undefined;
  findClient(clientId: string): PublicClient | undefined;
  findSubscription(id: string): Subscription | undefined;
  /** As set up at the start, before any mutation: what can be reached through this tenant. */
  subscriptionsThrough(tenantId: string): readonly Subscription[];
  /** A user's object id in a tenant: guests have another one in each. */
  objectIdOf(user: User, tenantId: string): string;
}

export interface DirectorySize {
  /** Tenants that the main user is in, the built-in six included. */
  readonly tenants: number;
  readonly subscriptionsPerTenant: number;
}

const builtInTenants: readonly Tenant[] = Object.values(tenants);

/** Builds the directory. Generated subscriptions come into being when their tenant is first asked for. */
export function createDirectory(size: DirectorySize, pipeline: SelfSigned): Directory {
  const extra = Math.max(0, size.tenants - builtInTenants.length);
  const generated = Array.from({ length: extra }, (_, index) => generatedTenant(index));
  const adele: User = {
    ...users.adele,
    tenants: [...users.adele.tenants, ...generated.map((tenant) => tenant.id)],
  };
  const everyone = { ...users, adele };
  const allUsers: readonly User[] = Object.values(everyone);
  const allTenants = [...builtInTenants, ...generated];
  const applications = createApplications(pipeline);

  const tenantByName = new Map<string, Tenant>();
  for (const tenant of [...allTenants, microsoftServices]) {
    tenantByName.set(tenant.id, tenant);
    for (const domain of tenant.domains) tenantByName.set(domain, tenant);
  }
  const userByName = new Map<string, User>();
  for (const user of allUsers) userByName.set(user.username.toLowerCase(), user).set(user.id, user);
  const applicationById = new Map<string, Application>(
    Object.values<Application>(applications).map((each) => [each.id, each]),
  );
  const clientById = new Map<string, PublicClient>(
    Object.values<PublicClient>(publicClients).map((each) => [each.id, each]),
  );

  const subscriptionById = new Map<string, Subscription>();
  const throughTenant = new Map<string, readonly Subscription[]>();
  for (const subscription of grantApplications(applications)) {
    subscriptionById.set(subscription.id, subscription);
    for (const tenantId of Object.keys(subscription.access)) {
      throughTenant.set(tenantId, [...(throughTenant.get(tenantId) ?? []), subscription]);
    }
  }
  const generatedIds = new Set(generated.map((tenant) => tenant.id));

  function subscriptionsThrough(tenantId: string): readonly Subscription[] {
    const known = throughTenant.get(tenantId);
    if (known) return known;
    const tenant = tenantByName.get(tenantId);
    if (!tenant || !generatedIds.has(tenantId)) return [];
    const made = generatedSubscriptions(tenant, adele, size.subscriptionsPerTenant);
    throughTenant.set(tenantId, made);
    for (const subscription of made) subscriptionById.set(subscription.id, subscription);
    return made;
  }

  return {
    users: everyone,
    tenants,
    subscriptions,
    applications,
    managedIdentities,
    clients: publicClients,
    allUsers,
    allTenants,
    findTenant: (idOrDomain) => tenantByName.get(idOrDomain.toLowerCase()),
    findUser: (usernameOrId) => userByName.get(usernameOrId.toLowerCase()),
    findApplication: (clientId) => applicationById.get(clientId.toLowerCase()),
    findClient: (clientId) => clientById.get(clientId.toLowerCase()),
    findSubscription: (id) => subscriptionById.get(id.toLowerCase()),
    subscriptionsThrough,
    objectIdOf: (user, tenantId) =>
      tenantId === user.homeTenant ? user.id : identifierOf(`guest ${user.id} in ${tenantId}`),
  };
}
