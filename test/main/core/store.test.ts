import { expect, test } from 'vitest';
import { createStore } from '../../../src/main/core/store.ts';
import type { Update } from '../../../src/shared/contract.ts';
import { aliceSignedIn, bob, stateWith } from './examples.ts';

test('listeners hear the slices that changed, in revisions without a gap, until they leave', () => {
  const store = createStore(stateWith());
  const heard: Update[] = [];
  const leave = store.subscribe((update) => heard.push(update));
  store.apply({ kind: 'account-signed-in', account: bob });
  store.apply({ kind: 'token-changed', token: { kind: 'issuing' } });
  leave();
  store.apply({ kind: 'token-changed', token: { kind: 'none' } });

  expect(heard).toEqual([
    { from: 0, revision: 1, changed: { accounts: [bob] } },
    { from: 1, revision: 2, changed: { token: { kind: 'issuing' } } },
  ]);
  expect(store.snapshot()).toEqual({ revision: 3, state: stateWith({ accounts: [bob] }) });
});

test('an event that changes nothing is no revision', () => {
  const store = createStore(stateWith(aliceSignedIn));
  const heard: Update[] = [];
  store.subscribe((update) => heard.push(update));
  store.apply({ kind: 'notice-dismissed', noticeId: 'never seen' });

  expect([heard, store.snapshot()]).toEqual([[], { revision: 0, state: stateWith(aliceSignedIn) }]);
});

test('a listener sees the state as it is after the change', () => {
  const store = createStore(stateWith());
  const seen: number[] = [];
  store.subscribe(() => seen.push(store.state().accounts.length));
  store.apply({ kind: 'account-signed-in', account: bob });

  expect(seen).toEqual([1]);
});

test('listeners hear the revisions in their order, also when one of them applies an event', () => {
  const store = createStore(stateWith());
  const heard: number[] = [];
  store.subscribe(({ changed }) => {
    if (changed.accounts) store.apply({ kind: 'token-changed', token: { kind: 'issuing' } });
  });
  store.subscribe(({ revision }) => heard.push(revision));
  store.apply({ kind: 'account-signed-in', account: bob });

  expect(heard).toEqual([1, 2]);
});
