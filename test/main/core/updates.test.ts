import { expect, test } from 'vitest';
import { sendUpdates } from '../../../src/main/core/updates.ts';
import type { Update } from '../../../src/shared/contract.ts';
import { alice, bob, storeWith } from './examples.ts';
import { createFakeClock } from './fakes.ts';

function watched() {
  const store = storeWith();
  const clock = createFakeClock();
  const sent: Update[] = [];
  const end = sendUpdates(store, clock, (update) => sent.push(update));
  return { store, clock, sent, end };
}

test('changes of a moment travel as one update with the newest value of each slice', () => {
  const { store, clock, sent } = watched();
  store.apply({ kind: 'account-signed-in', account: alice });
  store.apply({ kind: 'token-changed', token: { kind: 'issuing' } });
  store.apply({ kind: 'account-signed-in', account: bob });
  clock.advance(32);
  expect(sent).toEqual([]);
  clock.advance(1);

  expect(sent).toEqual([
    { from: 0, revision: 3, changed: { accounts: [alice, bob], token: { kind: 'issuing' } } },
  ]);
});

test('each update begins where the one before ended', () => {
  const { store, clock, sent } = watched();
  store.apply({ kind: 'account-signed-in', account: alice });
  store.apply({ kind: 'account-signed-in', account: bob });
  clock.advance(33);
  store.apply({ kind: 'token-changed', token: { kind: 'issuing' } });
  clock.advance(33);

  expect(sent.map(({ from, revision }) => [from, revision])).toEqual([
    [0, 2],
    [2, 3],
  ]);
});

test('a steady stream is sent every two frames, not held back until it ends', () => {
  const { store, clock, sent } = watched();
  for (let change = 0; change < 100; change += 1) {
    store.apply({
      kind: 'discovery-changed',
      discovery: { running: 1, tenantsDone: change, tenantsTotal: 100 },
    });
    clock.advance(1);
  }

  expect(sent.map(({ changed }) => changed.discovery?.tenantsDone)).toEqual([32, 65, 98]);
});

test('once ended nothing is sent and no timer is left', () => {
  const { store, clock, sent, end } = watched();
  store.apply({ kind: 'account-signed-in', account: alice });
  end();
  store.apply({ kind: 'account-signed-in', account: bob });
  clock.advance(1_000);

  expect([sent, clock.waiting()]).toEqual([[], 0]);
});
