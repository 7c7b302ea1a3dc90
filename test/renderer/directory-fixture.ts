import type { Account, Subscription, SubscriptionState, Tenant } from '../../src/shared/model.ts';
import { accountKeyOf, subscriptionKeyOf, tenantKeyOf } from '../../src/shared/model.ts';
import type { Problem } from '../../src/shared/problem.ts';

/** Two people and what they reach: names twice, a name that is long, states, tenants that fail and one that is empty. */
export const guid = (start: string, index: number): string =>
  `${start.padEnd(8, '0').slice(0, 8)}-4b1d-4c8e-9f2a-${String(index).padStart(12, '0')}`;

function account(username: string, displayName: string, index: number): Account {
  const homeTenantId = guid('7e4a', index);
  const homeAccountId = `${guid('0b', index)}.${homeTenantId}`;
  return {
    kind: 'user',
    key: accountKeyOf('AzureCloud', homeAccountId),
    cloud: 'AzureCloud',
    homeAccountId,
    homeTenantId,
    username,
    displayName,
    session: { kind: 'active' },
  };
}

export function tenant(
  owner: Account,
  tenantId: string,
  displayName: string,
  defaultDomain: string,
  status: Tenant['status'] = { kind: 'ready' },
): Tenant {
  const key = tenantKeyOf(owner.key, tenantId);
  return { key, accountKey: owner.key, tenantId, displayName, defaultDomain, status };
}

export function subscription(
  owner: Tenant,
  index: number,
  displayName: string,
  state: SubscriptionState = 'Enabled',
): Subscription {
  const subscriptionId = guid(`5a${owner.tenantId.slice(0, 4)}`, index);
  return {
    key: subscriptionKeyOf(owner.key, subscriptionId),
    accountKey: owner.accountKey,
    tenantKey: owner.key,
    tenantId: owner.tenantId,
    subscriptionId,
    displayName,
    state,
    managedByTenantIds: [],
  };
}

export const alice = account('alice@contoso.example', 'Alice Ngô', 1);
export const bob = account('bob@fabrikam.example', 'Bob Okafor', 2);

const stepUp: Problem = {
  kind: 'step-up',
  message: 'Northwind asks for a second factor before it shows anything.',
  remedy: { kind: 'sign-in', accountKey: alice.key, tenantId: guid('a3', 3) },
  code: 'AADSTS50076',
  detail:
    "AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '797f4846-ba00-4fd7-ba43-dac1f8f63013'.",
  correlationId: '3f2c6a0e-9a8f-4f5e-8a63-5a8d9b0f8e11',
  traceId: 'b7a4c4a2-3d55-4f6d-9f57-0d3c5b2f2a00',
};

const blocked: Problem = {
  kind: 'blocked',
  message: 'A policy of Tailspin Toys refuses sign-ins from this computer.',
  remedy: { kind: 'contact-admin' },
  code: 'AADSTS53003',
  detail:
    'AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  correlationId: '6d0b1f8c-54f5-4a43-8c2b-77c9f7d15a10',
};

export const offline: Problem = {
  kind: 'offline',
  message: 'Azure could not be reached.',
  remedy: { kind: 'check-network' },
  detail: 'getaddrinfo ENOTFOUND management.azure.com',
};

export const contoso = tenant(alice, alice.homeTenantId, 'Contoso', 'contoso.example');
export const fabrikam = tenant(alice, guid('f4b', 2), 'Fabrikam', 'fabrikam.example');
export const northwind = tenant(alice, guid('a3', 3), 'Northwind Traders', 'northwind.example', {
  kind: 'failed',
  problem: stepUp,
});
export const tailspin = tenant(alice, guid('7a', 4), 'Tailspin Toys', 'tailspin.example', {
  kind: 'failed',
  problem: blocked,
});
export const empty = tenant(alice, guid('e0', 5), 'Schöne Aussicht GmbH', 'aussicht.example');
export const bobHome = tenant(bob, bob.homeTenantId, 'Fabrikam', 'fabrikam.example');

export const production = subscription(contoso, 1, 'Contoso Production');
export const subscriptions: readonly Subscription[] = [
  production,
  subscription(contoso, 2, 'Contoso Development'),
  subscription(contoso, 3, 'Sandbox'),
  subscription(contoso, 4, 'Sandbox'),
  subscription(contoso, 5, 'データ分析 (Tōkyō)'),
  subscription(contoso, 6, 'Old billing', 'Disabled'),
  subscription(fabrikam, 1, 'Fabrikam Shared Services', 'Warned'),
  subscription(
    fabrikam,
    2,
    'Fabrikam integration and acceptance environment for the northern region (shared by all teams)',
  ),
  subscription(fabrikam, 3, 'Pay-as-you-go', 'PastDue'),
  subscription(bobHome, 1, 'Fabrikam Shared Services', 'Warned'),
  subscription(bobHome, 7, 'Bob’s playground'),
];
