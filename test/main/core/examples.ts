import { initialState } from '../../../src/main/core/initial-state.ts';
import type { SignedInUser } from '../../../src/main/core/ports/azure.ts';
import type { Store } from '../../../src/main/core/store.ts';
import { createStore } from '../../../src/main/core/store.ts';
import type { AppState, Arrangement, HandOut } from '../../../src/shared/app-state.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { clouds, defaultClientId, publicCloud } from '../../../src/shared/cloud.ts';
import type { Context } from '../../../src/shared/context.ts';
import type { Account, Subscription, Tenant } from '../../../src/shared/model.ts';
import { accountKeyOf, subscriptionKeyOf, tenantKeyOf } from '../../../src/shared/model.ts';
import type { Usage } from '../../../src/shared/usage.ts';
import { foundSubscription, foundTenant, startOfTime } from './fakes.ts';

/** Alice is at home in `alice-home`, and so on. */
export const userNamed = (name: string): SignedInUser => ({
  cloud: publicCloud.name,
  homeAccountId: `${name}.${name}-home`,
  homeTenantId: `${name}-home`,
  username: `${name}@example.com`,
  displayName: name,
  clientId: defaultClientId,
});

export const accountNamed = (name: string): Account => ({
  kind: 'user',
  ...userNamed(name),
  key: accountKeyOf(publicCloud.name, `${name}.${name}-home`),
  session: { kind: 'active' },
});

export const alice = accountNamed('alice');
export const bob = accountNamed('bob');

export const tenantOf = (
  account: Account,
  tenantId: string,
  status: Tenant['status'] = { kind: 'ready' },
): Tenant => ({
  ...foundTenant(tenantId),
  key: tenantKeyOf(account.key, tenantId),
  accountKey: account.key,
  status,
});

export const subscriptionOf = (
  account: Account,
  tenantId: string,
  subscriptionId: string,
): Subscription => ({
  ...foundSubscription(subscriptionId),
  key: subscriptionKeyOf(tenantKeyOf(account.key, tenantId), subscriptionId),
  accountKey: account.key,
  tenantKey: tenantKeyOf(account.key, tenantId),
  tenantId,
});

export const handOutNamed = (id: string): HandOut => ({
  id,
  at: startOfTime,
  surface: 'window',
  act: 'copied',
  audience: { kind: 'known', id: 'graph' },
  username: alice.username,
  accountKey: alice.key,
  tenantId: 'red',
  expiresAt: startOfTime + 1_000,
});

export function stateWith(slices: Partial<AppState> = {}): AppState {
  const start = initialState(
    { version: '1.2.3', host: 'headless', restored: true },
    { current: publicCloud.name, known: clouds },
    defaultSettings,
    { kind: 'memory', reason: 'A test.' },
  );
  return { ...start, ...slices };
}

export const storeWith = (slices: Partial<AppState> = {}): Store => createStore(stateWith(slices));

/** Alice with two tenants and three subscriptions. */
export const aliceSignedIn = {
  accounts: [alice],
  tenants: [tenantOf(alice, 'red'), tenantOf(alice, 'blue')],
  subscriptions: [
    subscriptionOf(alice, 'red', 'r1'),
    subscriptionOf(alice, 'red', 'r2'),
    subscriptionOf(alice, 'blue', 'b1'),
  ],
} satisfies Partial<AppState>;

/** Alice's r1, which asks before a token of it is handed out. */
export const production: Context = {
  id: 'prod',
  name: 'prod',
  accountKey: alice.key,
  username: alice.username,
  tenantId: 'red',
  subscriptionId: 'r1',
  production: true,
  confirm: true,
};

/** Alice calls things by names of her own, and has her blue tenant first. */
export const arrangedByAlice: Arrangement = {
  labels: {
    [alice.key]: { nickname: 'Work', colour: 'teal' },
    [tenantOf(alice, 'red').key]: { colour: 'red' },
  },
  tenantOrder: { [alice.key]: [tenantOf(alice, 'blue').key, tenantOf(alice, 'red').key] },
  collapsed: [tenantOf(alice, 'blue').key],
  favourites: [subscriptionOf(alice, 'red', 'r1').key],
};

/** Alice got a token of Graph for her `r1` once. */
export const usedByAlice: Usage = {
  subscriptions: { [subscriptionOf(alice, 'red', 'r1').key]: { lastAt: startOfTime, weight: 1 } },
  tenants: { [tenantOf(alice, 'red').key]: { lastAt: startOfTime, weight: 1 } },
  contexts: {},
  audiences: { graph: { lastAt: startOfTime, weight: 1 } },
};

/** Alice as above, and Bob who reaches the same `r1` through the same tenant. */
export const bothSignedIn = {
  accounts: [alice, bob],
  tenants: [...aliceSignedIn.tenants, tenantOf(bob, 'red')],
  subscriptions: [...aliceSignedIn.subscriptions, subscriptionOf(bob, 'red', 'r1')],
} satisfies Partial<AppState>;
