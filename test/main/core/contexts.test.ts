import { describe, expect, test } from 'vitest';
import type { AppState } from '../../../src/shared/app-state.ts';
import type { ContextInput } from '../../../src/shared/contract.ts';
import { contextCommands } from '../../../src/main/core/contexts.ts';
import { aliceSignedIn, alice, storeWith, subscriptionOf } from './examples.ts';
import { createCounter } from './fakes.ts';

const r1 = subscriptionOf(alice, 'red', 'r1');

const input: ContextInput = {
  name: 'shop',
  accountKey: alice.key,
  tenantId: 'red',
  subscriptionId: 'r1',
  production: false,
  confirm: false,
};

function contexts(slices: Partial<AppState> = aliceSignedIn) {
  const store = storeWith(slices);
  const revoked: string[] = [];
  const commands = contextCommands({
    store,
    newId: createCounter(),
    revoke: (id) => void revoked.push(id),
    pointed: () => Promise.resolve(),
  });
  const create = async (change: Partial<ContextInput> = {}): Promise<string> => {
    const created = await commands['create-context']({ ...input, ...change }, 'window');
    return created.ok ? created.value.contextId : created.problem.message;
  };
  const use = (contextId: string) => commands['use-context']({ contextId }, 'cli');
  return { store, revoked, commands, create, use };
}

describe('contexts', () => {
  test('are kept by their names, each with the sign-in name of its account', async () => {
    const { store, create } = contexts();
    await create({ name: 'web' });
    await create({ name: 'Api', subscriptionId: undefined, colour: 'teal' });

    expect(store.state().contexts).toEqual({
      list: [
        {
          ...input,
          id: 'id-2',
          name: 'Api',
          subscriptionId: undefined,
          colour: 'teal',
          username: alice.username,
        },
        { ...input, id: 'id-1', name: 'web', username: alice.username },
      ],
    });
  });

  test('can not share a name, whatever its letters, nor point at what is not in the list', async () => {
    const { create, store } = contexts();
    await create();

    expect([
      await create({ name: 'SHOP' }),
      await create({ name: 'other', subscriptionId: 'nowhere' }),
      await create({ name: 'other', accountKey: 'AzureCloud/nobody' }),
    ]).toEqual([
      'There is a context “SHOP” already. Choose another name.',
      'This subscription is not in the list of that account and tenant.',
      'This account is not signed in. Sign in first, or choose another account.',
    ]);
    expect(store.state().contexts.list).toHaveLength(1);
  });

  test('become the default when they are used, and the one before is remembered', async () => {
    const { store, create, use } = contexts({ ...aliceSignedIn, selection: {} });
    const [shop, tenant] = [await create(), await create({ name: 't', subscriptionId: undefined })];
    await use(shop);
    const first = store.state();
    await use(tenant);
    await use(tenant);
    const second = store.state();

    expect(first.selection).toEqual({ defaultSubscriptionKey: r1.key });
    expect([second.selection, second.contexts.currentId, second.contexts.previousId]).toEqual([
      {},
      tenant,
      shop,
    ]);
  });

  test('are no longer current once another default is chosen, and are the ones to go back to', async () => {
    const { store, create, use } = contexts();
    const shop = await create();
    await use(shop);
    const key = subscriptionOf(alice, 'red', 'r2').key;
    store.apply({ kind: 'default-chosen', subscriptionKey: r1.key });
    const same = store.state().contexts.currentId;
    store.apply({ kind: 'default-chosen', subscriptionKey: key });

    const { currentId, previousId } = store.state().contexts;
    expect([same, currentId, previousId]).toEqual([shop, undefined, shop]);
  });

  test('outlast a sign-out of their account, and say whose they are', async () => {
    const { store, create, use, commands } = contexts();
    const shop = await create();
    await use(shop);
    store.apply({ kind: 'account-signed-out', accountKey: alice.key });
    const renamed = await commands['change-context'](
      { ...input, name: 'store', contextId: shop },
      'window',
    );

    expect(renamed.ok).toBe(true);
    expect(store.state().contexts).toMatchObject({
      list: [{ name: 'store', username: alice.username }],
      currentId: undefined,
      previousId: shop,
    });
    expect(await use(shop)).toMatchObject({
      problem: {
        kind: 'not-signed-in',
        message: `The context “store” belongs to ${alice.username}, who is not signed in.`,
      },
    });
  });

  test('that are current take the default along when they are pointed elsewhere', async () => {
    const { store, create, use, commands, revoked } = contexts();
    const shop = await create();
    await use(shop);
    await commands['change-context']({ ...input, colour: 'red', contextId: shop }, 'cli');
    const untouched = [...revoked];
    await commands['change-context']({ ...input, subscriptionId: 'r2', contextId: shop }, 'cli');

    expect(store.state().selection.defaultSubscriptionKey).toBe(
      subscriptionOf(alice, 'red', 'r2').key,
    );
    expect([untouched, revoked]).toEqual([[], [shop]]);
  });

  test('that are deleted leave the default where it is', async () => {
    const { store, create, use, commands } = contexts();
    const shop = await create();
    await use(shop);
    await commands['delete-context']({ contextId: shop }, 'cli');

    expect(store.state()).toMatchObject({
      contexts: { list: [], currentId: undefined, previousId: undefined },
      selection: { defaultSubscriptionKey: r1.key },
    });
    expect(await use(shop)).toMatchObject({ problem: { kind: 'unknown-context' } });
  });
});
