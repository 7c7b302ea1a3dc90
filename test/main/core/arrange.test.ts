import { describe, expect, test } from 'vitest';
import { arrangingCommands } from '../../../src/main/core/arrange.ts';
import { nothingArranged } from '../../../src/main/core/arrangement.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import {
  alice,
  arrangedByAlice,
  bob,
  bothSignedIn,
  storeWith,
  subscriptionOf,
  tenantOf,
} from './examples.ts';

const red = tenantOf(alice, 'red').key;
const blue = tenantOf(alice, 'blue').key;
const r1 = subscriptionOf(alice, 'red', 'r1').key;

function arranging(slices: Partial<AppState> = {}) {
  const store = storeWith({ ...bothSignedIn, ...slices });
  return { store, commands: arrangingCommands(store) };
}

const ask = 'window';

describe('a label', () => {
  test('takes the place of the one before, of its account or its tenant alone', async () => {
    const { store, commands } = arranging({ arrangement: arrangedByAlice });
    await commands['label-account']({ accountKey: alice.key, nickname: 'Day job' }, ask);
    await commands['label-tenant']({ tenantKey: blue, nickname: 'Test', colour: 'blue' }, ask);

    expect(store.state().arrangement.labels).toEqual({
      [alice.key]: { nickname: 'Day job' },
      [red]: { colour: 'red' },
      [blue]: { nickname: 'Test', colour: 'blue' },
    });
  });

  test('with nothing in it takes the label away', async () => {
    const { store, commands } = arranging({ arrangement: arrangedByAlice });
    await commands['label-account']({ accountKey: alice.key }, ask);
    await commands['label-tenant']({ tenantKey: red }, ask);

    expect(store.state().arrangement).toEqual({ ...arrangedByAlice, labels: {} });
  });

  test('of what is not there is refused', async () => {
    const { store, commands } = arranging();
    const answers = [
      await commands['label-account']({ accountKey: 'nobody', nickname: 'A' }, ask),
      await commands['label-tenant']({ tenantKey: `${bob.key}/blue`, nickname: 'A' }, ask),
    ];

    expect(answers.map((answer) => !answer.ok && answer.problem.kind)).toEqual([
      'not-signed-in',
      'unknown-tenant',
    ]);
    expect(store.state().arrangement).toBe(nothingArranged);
  });
});

describe('an order', () => {
  test('of accounts is theirs from then on; who is not named comes last', async () => {
    const { store, commands } = arranging();
    await commands['order-accounts']({ accountKeys: [bob.key, 'nobody'] }, ask);

    expect(store.state().accounts).toEqual([bob, alice]);
  });

  test('of tenants is kept for their account', async () => {
    const { store, commands } = arranging();
    await commands['order-tenants']({ accountKey: alice.key, tenantKeys: [red, blue] }, ask);
    await commands['order-tenants']({ accountKey: alice.key, tenantKeys: [blue, red] }, ask);

    expect(store.state().arrangement.tenantOrder).toEqual({ [alice.key]: [blue, red] });
  });

  test('of tenants of somebody else is refused', async () => {
    const { store, commands } = arranging();
    const answers = [
      await commands['order-tenants']({ accountKey: bob.key, tenantKeys: [red] }, ask),
      await commands['order-tenants']({ accountKey: 'nobody', tenantKeys: [] }, ask),
    ];

    expect(answers.map((answer) => !answer.ok && answer.problem.kind)).toEqual([
      'unknown-tenant',
      'not-signed-in',
    ]);
    expect(store.state().arrangement).toBe(nothingArranged);
  });
});

test('a tenant is folded away and opened again, once each', async () => {
  const { store, commands } = arranging();
  const seen: (readonly string[])[] = [];
  for (const [tenantKey, collapsed] of [
    [red, true],
    [red, true],
    [blue, true],
    [red, false],
  ] as const) {
    await commands['collapse-tenant']({ tenantKey, collapsed }, ask);
    seen.push(store.state().arrangement.collapsed);
  }
  const answer = await commands['collapse-tenant']({ tenantKey: 'gone', collapsed: true }, ask);

  expect([seen, answer.ok]).toEqual([[[red], [red], [red, blue], [blue]], false]);
});

describe('a favourite', () => {
  test('is a subscription of the list, until it is one no more', async () => {
    const { store, commands } = arranging();
    const set = (subscriptionKey: string, favourite: boolean) =>
      commands['set-favourite']({ subscriptionKey, favourite }, 'window');
    const done = [await set(r1, true), await set(r1, true), await set('nowhere', true)];
    const kept = store.state().arrangement.favourites;
    await set(r1, false);

    expect([done.map(({ ok }) => ok), kept, store.state().arrangement.favourites]).toEqual([
      [true, true, false],
      [r1],
      [],
    ]);
  });
});

describe('what was arranged', () => {
  const arrangedByBoth = {
    labels: { ...arrangedByAlice.labels, [bob.key]: { nickname: 'Bob' } },
    tenantOrder: {
      ...arrangedByAlice.tenantOrder,
      [bob.key]: [tenantOf(bob, 'red').key],
    },
    collapsed: [blue, tenantOf(bob, 'red').key],
    favourites: [r1, subscriptionOf(bob, 'red', 'r1').key],
  };

  test('is forgotten with its account, and nothing of another', () => {
    const { store } = arranging({ arrangement: arrangedByBoth });
    store.apply({ kind: 'account-signed-out', accountKey: alice.key });

    expect(store.state().arrangement).toEqual({
      labels: { [bob.key]: { nickname: 'Bob' } },
      tenantOrder: { [bob.key]: [tenantOf(bob, 'red').key] },
      collapsed: [tenantOf(bob, 'red').key],
      favourites: [subscriptionOf(bob, 'red', 'r1').key],
    });
  });

  test('waits for a tenant that vanished', () => {
    const { store } = arranging({ arrangement: arrangedByBoth });
    store.apply({ kind: 'tenants-listed', accountKey: alice.key, tenantKeys: [blue] });
    store.apply({
      kind: 'tenants-arrived',
      accountKey: alice.key,
      tenants: [tenantOf(alice, 'red')],
    });

    expect(store.state().arrangement).toBe(arrangedByBoth);
  });

  test('is wiped with everything else', () => {
    const { store } = arranging({ arrangement: arrangedByBoth });
    store.apply({ kind: 'wiped' });

    expect(store.state().arrangement).toEqual(nothingArranged);
  });
});
