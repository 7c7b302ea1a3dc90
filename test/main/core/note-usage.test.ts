import { describe, expect, test } from 'vitest';
import { noteHandOut, notePointed } from '../../../src/main/core/note-usage.ts';
import type { AppState, IssuedToken } from '../../../src/shared/app-state.ts';
import { nothingUsed } from '../../../src/shared/usage.ts';
import {
  alice,
  bob,
  bothSignedIn,
  storeWith,
  subscriptionOf,
  tenantOf,
  usedByAlice,
} from './examples.ts';
import { createFakeClock, startOfTime } from './fakes.ts';

const r1 = subscriptionOf(alice, 'red', 'r1').key;
const red = tenantOf(alice, 'red').key;
const once = { lastAt: startOfTime, weight: 1 };

const issued: IssuedToken = {
  id: 'token-1',
  audience: { kind: 'known', id: 'graph' },
  accountKey: alice.key,
  username: alice.username,
  tenantId: 'red',
  subscriptionId: 'r1',
  scopes: [],
  issuedAt: startOfTime,
  expiresAt: startOfTime + 1_000,
};

const using = (slices: Partial<AppState> = {}) => ({
  store: storeWith({ ...bothSignedIn, ...slices }),
  clock: createFakeClock(),
});

describe('what a person works with', () => {
  test('is told by their tokens: subscription, tenant and service', () => {
    const deps = using();
    noteHandOut(deps, issued, 'tray');
    expect(deps.store.state().usage).toEqual(usedByAlice);
  });

  test('is not told by what a program asks the SDK endpoint for', () => {
    const deps = using();
    noteHandOut(deps, issued, 'sdk-endpoint');
    expect(deps.store.state().usage).toBe(nothingUsed);
  });

  test('is told by where they point: a subscription, or the context of a whole tenant', () => {
    const chosen = using({ selection: { defaultSubscriptionKey: r1 } });
    notePointed(chosen);
    const place = { accountKey: alice.key, tenantId: 'red', username: alice.username };
    const context = { ...place, id: 'c', name: 'all of red', production: false, confirm: false };
    const wide = using({ contexts: { list: [context], currentId: 'c' } });
    notePointed(wide);

    expect([chosen.store.state().usage, wide.store.state().usage]).toEqual([
      { ...nothingUsed, subscriptions: { [r1]: once }, tenants: { [red]: once } },
      { ...nothingUsed, tenants: { [red]: once }, contexts: { c: once } },
    ]);
  });
});

describe('what is known of it', () => {
  test('goes with its account, and the services with the last one', () => {
    const { store } = using({ usage: usedByAlice });
    store.apply({ kind: 'account-signed-out', accountKey: bob.key });
    const withAlice = store.state().usage;
    store.apply({ kind: 'account-signed-out', accountKey: alice.key });

    expect([withAlice, store.state().usage]).toEqual([usedByAlice, nothingUsed]);
  });

  test('goes with a context that is deleted', () => {
    const contexts = { kept: once, gone: once };
    const { store } = using({ usage: { ...nothingUsed, contexts } });
    store.apply({ kind: 'context-deleted', contextId: 'gone' });
    expect(store.state().usage.contexts).toEqual({ kept: once });
  });
});
