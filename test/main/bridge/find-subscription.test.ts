import { expect, test } from 'vitest';
import { findSubscription } from '../../../src/main/bridge/find-subscription.ts';
import { account, stateWith, subscription, tenant } from './state.ts';

const ada = account('ada');
const bob = account('bob');
const home = tenant(ada, 'home');
const guest = tenant(ada, 'guest');
const bobs = tenant(bob, 'home');

const rows = {
  guest: subscription(guest, 'S-1', 'Shared', { homeTenantId: 'home' }),
  ada: subscription(home, 'S-1', 'Shared', { homeTenantId: 'home' }),
  bob: subscription(bobs, 'S-1', 'Shared', { homeTenantId: 'home' }),
  other: subscription(home, 's-2', 'Other'),
  twin: subscription(bobs, 's-3', 'OTHER'),
};
const base = {
  accounts: [ada, bob],
  tenants: [home, guest, bobs],
  subscriptions: Object.values(rows),
};

test('a subscription that several rows show is one, seen as the default sees it', () => {
  const found = (defaultSubscriptionKey?: string): unknown =>
    findSubscription(
      stateWith({
        ...base,
        selection: defaultSubscriptionKey === undefined ? {} : { defaultSubscriptionKey },
      }),
      'shared',
    );
  expect([found(), found(rows.guest.key), found(rows.twin.key), found(rows.other.key)]).toEqual([
    { kind: 'one', subscription: rows.ada },
    { kind: 'one', subscription: rows.guest },
    { kind: 'one', subscription: rows.bob },
    { kind: 'one', subscription: rows.guest },
  ]);
});

test('with a context that is a whole tenant, a subscription is seen as its account sees it', () => {
  const { key: accountKey, username } = bob;
  const whole = { id: 'c', name: 'whole', tenantId: 'home', production: false, confirm: false };
  const contexts = { list: [{ ...whole, accountKey, username }], currentId: 'c' };
  const found = findSubscription(stateWith({ ...base, contexts, selection: {} }), 'shared');
  expect(found).toEqual({ kind: 'one', subscription: rows.bob });
});

test('ids and names are found in any case; a name of two subscriptions is not one', () => {
  const state = stateWith(base);
  expect(findSubscription(state, 'S-3')).toEqual({ kind: 'one', subscription: rows.twin });
  expect(findSubscription(state, 'other')).toEqual({ kind: 'several' });
  expect(findSubscription(state, 'oth')).toEqual({ kind: 'none' });
});
