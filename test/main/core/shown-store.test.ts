import { expect, test } from 'vitest';
import { createShownStore } from '../../../src/main/core/shown-store.ts';
import type { Update } from '../../../src/shared/contract.ts';
import { alice, aliceSignedIn, bob, handOutNamed, storeWith } from './examples.ts';

const locked = { kind: 'locked', means: ['keyring'], why: 'asked' } as const;

test('while the app is locked nobody learns who is signed in, what they reach or what they did', () => {
  const store = storeWith({ ...aliceSignedIn, activity: [handOutNamed('one')], lock: locked });
  const text = JSON.stringify(createShownStore(store).snapshot());

  expect(text).not.toMatch(/alice|"red"|"blue"|r1\b/);
  expect(createShownStore(store).snapshot().state).toMatchObject({ accounts: [], lock: locked });
});

test('locking takes everything away, unlocking gives it back, and no revision is left out', () => {
  const store = storeWith(aliceSignedIn);
  const shown = createShownStore(store);
  const updates: Update[] = [];
  const end = shown.subscribe((update) => updates.push(update));
  store.apply({ kind: 'lock-changed', lock: locked });
  store.apply({ kind: 'account-signed-in', account: bob });
  store.apply({ kind: 'lock-changed', lock: { kind: 'open', means: [] } });
  end();
  store.apply({ kind: 'account-signed-out', accountKey: bob.key });

  expect(updates.map(({ from, revision }) => [from, revision])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  expect(updates[0]?.changed).toMatchObject({ accounts: [], tenants: [], subscriptions: [] });
  expect(updates[1]?.changed).toEqual({});
  expect(updates[2]?.changed.accounts).toEqual([alice, bob]);
});
