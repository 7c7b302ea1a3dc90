import { describe, expect, test } from 'vitest';
import { cloudCommands } from '../../../src/main/core/clouds.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import type { Cloud } from '../../../src/shared/cloud.ts';
import {
  clouds as published,
  customCloud,
  defaultClientId,
  publicCloud,
} from '../../../src/shared/cloud.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import { alice, storeWith } from './examples.ts';
import { createFakeCloudKeeping } from './fake-cloud-keeping.ts';
import { aProblem } from './fakes.ts';

const stack: Cloud = customCloud({
  name: 'Stack',
  resourceManager: 'https://management.stack.example',
  authority: 'https://login.stack.example',
  audience: 'https://management.stack.example/',
});

const ownClient = '11111111-2222-4333-8444-555555555555';

function keeping(own: readonly Cloud[] = [], slices: Partial<AppState> = {}) {
  const store = storeWith({
    clouds: { current: publicCloud.name, known: [...published, ...own] },
    ...slices,
  });
  const fake = createFakeCloudKeeping();
  const discovered: string[] = [];
  const cancelled: unknown[] = [];
  const commands = cloudCommands({
    ...fake,
    store,
    signingIn: { cancel: async () => void cancelled.push(store.state().signIn) },
    discovery: { again: async (accountKey) => void discovered.push(accountKey) },
  });
  const custom = () => store.state().clouds.known.slice(published.length);
  return { store, fake, discovered, cancelled, commands, own: custom };
}

const input = { name: 'Stack', resourceManager: stack.resourceManager };
const inStack = { ...alice, key: `Stack/${alice.homeAccountId}`, cloud: 'Stack' };

describe('a cloud', () => {
  test('is added as it says of itself, and written down', async () => {
    const { store, fake, commands, own } = keeping();
    const answer = await commands['add-cloud'](input, 'window');

    expect([answer, own(), fake.saved]).toEqual([succeed(null), [stack], [store.state().clouds]]);
  });

  test('is not lost where another is added at the same moment', async () => {
    const { store, fake, commands, own } = keeping();
    const other = { name: 'West', resourceManager: 'https://management.west.example' };
    await Promise.all([input, other].map((one) => commands['add-cloud'](one, 'cli')));

    expect([own().map(({ name }) => name), fake.saved.at(-1)]).toEqual([
      ['Stack', 'West'],
      store.state().clouds,
    ]);
  });

  test('that is refused is neither shown nor written down', async () => {
    const { fake, commands, own } = keeping();
    const refusal = aProblem('invalid-input', { field: 'resourceManager' });
    fake.answer = () => fail(refusal);

    expect([await commands['add-cloud'](input, 'window'), own(), fake.saved]).toEqual([
      fail(refusal),
      [],
      [],
    ]);
  });

  test.each(['Stack', 'stack', 'STACK'])('is not added as %s twice', async (name) => {
    const { fake, commands, own } = keeping([stack]);
    const answer = await commands['add-cloud']({ ...input, name }, 'window');

    expect([answer, own(), fake.asked]).toEqual([
      fail(expect.objectContaining({ field: 'name' })),
      [stack],
      [],
    ]);
  });

  test('of a name that was taken while it was asked is refused all the same', async () => {
    const { store, fake, commands, own } = keeping();
    const { answer } = fake;
    fake.answer = (asked) => {
      const { current, known } = store.state().clouds;
      store.apply({ kind: 'clouds-changed', clouds: { current, known: [...known, stack] } });
      return answer(asked);
    };

    expect([await commands['add-cloud'](input, 'window'), own()]).toEqual([
      fail(expect.objectContaining({ field: 'name' })),
      [stack],
    ]);
  });

  test('that can not be written down is not there', async () => {
    const { fake, commands, own } = keeping();
    fake.broken = new Error('ENOSPC');
    const answer = await commands['add-cloud'](input, 'window');

    expect([answer, own()]).toEqual([
      fail(expect.objectContaining({ detail: 'Error: ENOSPC' })),
      [],
    ]);
  });

  test('that moves its Resource Manager lists its accounts again and keeps its client', async () => {
    const { discovered, commands, own } = keeping([{ ...stack, clientId: ownClient }], {
      accounts: [inStack],
    });
    const moved = 'https://arm.stack.example';
    const answer = await commands['change-cloud']({ ...input, resourceManager: moved }, 'window');

    expect([answer, own(), discovered]).toEqual([
      succeed(null),
      [{ ...stack, clientId: ownClient, resourceManager: moved, audience: `${moved}/` }],
      [inStack.key],
    ]);
  });

  test('does not move its authority away below its accounts', async () => {
    const authority = 'https://elsewhere.example';
    const settled = keeping([stack], { accounts: [inStack] });
    const empty = keeping([stack]);

    expect([
      await settled.commands['change-cloud']({ ...input, authority }, 'window'),
      settled.own(),
      await empty.commands['change-cloud']({ ...input, authority }, 'window'),
      empty.own(),
    ]).toEqual([
      fail(expect.objectContaining({ field: 'authority' })),
      [stack],
      succeed(null),
      [{ ...stack, authority }],
    ]);
  });

  test('with accounts is not removed before they are signed out', async () => {
    const { commands, own } = keeping([stack], { accounts: [inStack] });
    const answer = await commands['remove-cloud']({ cloud: 'Stack' }, 'window');

    expect([answer, own()]).toEqual([
      fail(expect.objectContaining({ message: expect.stringContaining('Sign out its accounts') })),
      [stack],
    ]);
  });

  test('of Microsoft is never removed', async () => {
    const { store, commands } = keeping();
    const answer = await commands['remove-cloud']({ cloud: 'AzureChinaCloud' }, 'window');

    expect([answer.ok, store.state().clouds.known]).toEqual([false, published]);
  });

  test('that is removed is no longer the current one', async () => {
    const { store, commands } = keeping([stack]);
    await commands['choose-cloud']({ cloud: 'Stack' }, 'window');
    const chosen = store.state().clouds.current;
    await commands['remove-cloud']({ cloud: 'Stack' }, 'window');

    expect([chosen, store.state().clouds]).toEqual([
      'Stack',
      { current: publicCloud.name, known: published },
    ]);
  });

  test.each(['change-cloud', 'remove-cloud'] as const)(
    'ends a sign-in to it, and to no other one (%s)',
    async (command) => {
      const signInTo = (cloud: string): AppState['signIn'] => ({
        kind: 'starting',
        purpose: { method: 'interactive', cloud },
      });
      const ended = await Promise.all(
        ['Stack', publicCloud.name].map(async (cloud) => {
          const { commands, cancelled } = keeping([stack], { signIn: signInTo(cloud) });
          await commands[command]({ ...input, cloud: 'Stack' }, 'window');
          return cancelled;
        }),
      );

      expect(ended).toEqual([[signInTo('Stack')], []]);
    },
  );

  test('that nobody knows can be neither chosen, changed, removed nor given a client', async () => {
    const { fake, commands } = keeping();
    const answers = [
      await commands['choose-cloud']({ cloud: 'Stack' }, 'window'),
      await commands['change-cloud'](input, 'window'),
      await commands['remove-cloud']({ cloud: 'Stack' }, 'window'),
      await commands['set-client-id']({ cloud: 'Stack' }, 'window'),
    ];

    expect([answers.map((one) => !one.ok && one.problem.kind), fake.saved]).toEqual([
      Array(4).fill('unknown-cloud'),
      [],
    ]);
  });
});

test('a client of its own is for one cloud, and can be given back', async () => {
  const { store, commands } = keeping();
  const clientIds = () => store.state().clouds.known.map(({ clientId }) => clientId);
  await commands['set-client-id']({ cloud: 'AzureCloud', clientId: ownClient }, 'window');
  const own = clientIds();
  await commands['set-client-id']({ cloud: 'AzureCloud' }, 'window');

  expect([own, clientIds()]).toEqual([
    [ownClient, defaultClientId, defaultClientId],
    [defaultClientId, defaultClientId, defaultClientId],
  ]);
});
