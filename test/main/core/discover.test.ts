import { createAnsweredRefusals } from '../../../src/main/core/answered-refusals.ts';
import { describe, expect, test } from 'vitest';
import { createDiscovery } from '../../../src/main/core/discover.ts';
import type { AppState, Discovery } from '../../../src/shared/app-state.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import { alice, aliceSignedIn, bob, storeWith, subscriptionOf, tenantOf } from './examples.ts';
import {
  aProblem,
  createFakeClock,
  createFakeDirectory,
  foundSubscription,
  foundTenant,
  settle,
  startOfTime,
} from './fakes.ts';

function discovering(slices: Partial<AppState> = { accounts: [alice] }) {
  const store = storeWith(slices);
  const clock = createFakeClock();
  const directory = createFakeDirectory();
  const refusals = createAnsweredRefusals(clock);
  const discovery = createDiscovery({ store, directory, clock, refusals });
  return { store, clock, directory, refusals, discovery };
}

const manyTenants = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `tenant-${index}`);

describe('discovering an account', () => {
  test('lists its tenants, then each tenant, into the state', async () => {
    const { store, directory, discovery } = discovering();
    directory.answerFrom({ red: ['r1', 'r2'], blue: ['b1'] });
    await discovery.account(alice.key);

    expect(store.state()).toEqual({
      ...storeWith(aliceSignedIn).state(),
      discovery: { running: 0, tenantsDone: 0, tenantsTotal: 0, finishedAt: startOfTime },
    });
  });

  test('shows each tenant as its answer comes, whatever the others do', async () => {
    const { store, directory, discovery } = discovering();
    void discovery.account(alice.key);
    directory.tenantsAsked[0]?.answer(succeed([foundTenant('red'), foundTenant('blue')]));
    await settle();
    directory.subscriptionsAsked[1]?.answer(succeed([foundSubscription('b1')]));
    await settle();

    expect(store.state()).toMatchObject({
      tenants: [
        tenantOf(alice, 'red', { kind: 'loading' }),
        tenantOf(alice, 'blue', { kind: 'ready' }),
      ],
      subscriptions: [subscriptionOf(alice, 'blue', 'b1')],
      discovery: { running: 1, tenantsDone: 1, tenantsTotal: 2 },
    });
  });

  test('a tenant that fails is a row with its reason and does not hide the others', async () => {
    const { store, directory, discovery } = discovering();
    const problem = aProblem('step-up', { claims: '{}' });
    directory.answerFrom({ red: problem, blue: ['b1'] });
    await discovery.account(alice.key);

    expect(store.state()).toMatchObject({
      accounts: [alice],
      tenants: [tenantOf(alice, 'red', { kind: 'failed', problem }), tenantOf(alice, 'blue')],
      subscriptions: [subscriptionOf(alice, 'blue', 'b1')],
    });
  });

  test('a tenant that asks again for what it was just given is a row that says so, until it answers', async () => {
    const { store, directory, refusals, discovery } = discovering();
    const refusal = aProblem('step-up', { claims: '{}', remedy: { kind: 'sign-in' } });
    const seen = () => {
      const status = store.state().tenants[0]?.status;
      return status?.kind === 'failed' ? status.problem.kind : status?.kind;
    };
    const kinds = [];
    refusals.answered({ accountKey: alice.key, tenantId: 'red' }, refusal);
    for (const answer of [refusal, ['r1'], refusal]) {
      directory.answerFrom({ red: answer });
      await discovery.again(alice.key);
      kinds.push(seen());
    }

    expect(kinds).toEqual(['not-enough', 'ready', 'step-up']);
  });

  test('asks a few dozen tenants at once, and the next as soon as one is done', async () => {
    const { directory, discovery } = discovering();
    void discovery.account(alice.key);
    directory.tenantsAsked[0]?.answer(succeed(manyTenants(1_000).map(foundTenant)));
    await settle();
    const atOnce = directory.subscriptionsAsked.length;
    directory.subscriptionsAsked[5]?.answer(succeed([]));
    await settle();

    expect(atOnce).toBeGreaterThan(10);
    expect(atOnce).toBeLessThan(100);
    expect(directory.subscriptionsAsked.length).toBe(atOnce + 1);
  });

  test('counts what is done of what there is to do, over the accounts that are being asked', async () => {
    const { store, directory, discovery } = discovering({ accounts: [alice, bob] });
    const seen: Discovery[] = [];
    store.subscribe(({ changed }) => changed.discovery && seen.push(changed.discovery));
    const all = discovery.all();
    for (const question of directory.tenantsAsked) {
      question.answer(succeed([foundTenant('red'), foundTenant('blue')]));
    }
    await settle();
    for (const question of directory.subscriptionsAsked) {
      question.answer(succeed([]));
      await settle();
    }
    await all;

    expect(seen.map((one) => [one.running, one.tenantsDone, one.tenantsTotal])).toEqual([
      [1, 0, 0],
      [2, 0, 0],
      [2, 0, 2],
      [2, 0, 4],
      [2, 1, 4],
      [2, 2, 4],
      [1, 0, 2],
      [1, 1, 2],
      [1, 2, 2],
      [0, 0, 0],
    ]);
  });

  test('joins a run that is under way', async () => {
    const { directory, discovery } = discovering();
    const first = discovery.account(alice.key);
    const second = discovery.all();
    directory.answerFrom({ red: ['r1'] });
    await Promise.all([first, second]);
    const joined = directory.tenantsAsked.length;
    await discovery.account(alice.key);

    expect([joined, directory.tenantsAsked.length]).toEqual([1, 2]);
  });

  test('begins anew when asked to, since what was refused may be allowed now', async () => {
    const { store, directory, discovery } = discovering();
    const first = discovery.account(alice.key);
    directory.tenantsAsked[0]?.answer(succeed([foundTenant('red'), foundTenant('blue')]));
    await settle();
    directory.subscriptionsAsked[0]?.answer(fail(aProblem('step-up')));
    await settle();
    const again = discovery.again(alice.key);
    directory.answerFrom({ red: ['r1'], blue: ['b1'] });
    await Promise.all([first, again]);

    expect(store.state()).toMatchObject({
      tenants: [tenantOf(alice, 'red'), tenantOf(alice, 'blue')],
      subscriptions: [subscriptionOf(alice, 'red', 'r1'), subscriptionOf(alice, 'blue', 'b1')],
      discovery: { running: 0, finishedAt: startOfTime },
    });
  });

  test('knows nobody by an unknown key', async () => {
    const { directory, discovery } = discovering();
    await discovery.account('nobody');
    await discovery.tenant('nowhere');

    expect([directory.tenantsAsked, directory.subscriptionsAsked]).toEqual([[], []]);
  });
});

describe('when the tenants can not be listed', () => {
  test.each(['offline', 'proxy', 'timed-out', 'service-error', 'step-up', 'blocked'] as const)(
    '%s leaves the account signed in, unreachable, with everything remembered',
    async (kind) => {
      const { store, directory, discovery } = discovering(aliceSignedIn);
      const problem = aProblem(kind);
      const run = discovery.account(alice.key);
      directory.tenantsAsked[0]?.answer(fail(problem));
      await run;

      expect(store.state()).toEqual(
        storeWith({
          ...aliceSignedIn,
          accounts: [{ ...alice, session: { kind: 'unreachable', problem } }],
        }).state(),
      );
    },
  );

  test.each(['sign-in-again', 'account-disabled'] as const)(
    '%s ends the session, and still keeps the list',
    async (kind) => {
      const { store, directory, discovery } = discovering(aliceSignedIn);
      const problem = aProblem(kind);
      const run = discovery.account(alice.key);
      directory.tenantsAsked[0]?.answer(fail(problem));
      await run;

      expect(store.state()).toEqual(
        storeWith({
          ...aliceSignedIn,
          accounts: [{ ...alice, session: { kind: 'ended', problem } }],
        }).state(),
      );
    },
  );

  test('the list is no newer than it was, unless another account answered', async () => {
    const old = { running: 0, tenantsDone: 0, tenantsTotal: 0, finishedAt: 42 };
    const { store, directory, discovery } = discovering({ accounts: [alice, bob], discovery: old });
    const offline = discovery.all();
    for (const { answer } of directory.tenantsAsked) answer(fail(aProblem('offline')));
    await offline;
    const afterSilence = store.state().discovery.finishedAt;
    const half = discovery.all();
    directory.tenantsAsked[2]?.answer(fail(aProblem('offline')));
    directory.tenantsAsked[3]?.answer(succeed([]));
    await half;

    expect([afterSilence, store.state().discovery.finishedAt]).toEqual([42, startOfTime]);
  });

  test('an account that answers again is active again', async () => {
    const { store, directory, discovery } = discovering({
      accounts: [{ ...alice, session: { kind: 'unreachable', problem: aProblem('offline') } }],
    });
    directory.answerFrom({});
    await discovery.account(alice.key);

    expect(store.state().accounts).toEqual([alice]);
  });
});

describe('when the account is stopped', () => {
  test('answers that come late are ignored, what waits is not asked, and the count comes to rest', async () => {
    const { store, directory, discovery } = discovering();
    const run = discovery.account(alice.key);
    directory.tenantsAsked[0]?.answer(succeed(manyTenants(1_000).map(foundTenant)));
    await settle();
    const { tenants } = store.state();
    discovery.stop(alice.key);
    const before = store.state();
    const asked = directory.subscriptionsAsked.length;
    for (const { answer } of directory.subscriptionsAsked)
      answer(succeed([foundSubscription('x')]));
    await run;

    expect(directory.subscriptionsAsked).toHaveLength(asked);
    expect(directory.subscriptionsAsked.every(({ signal }) => signal.aborted)).toBe(true);
    expect(store.state()).toEqual({
      ...before,
      tenants: tenants.map((tenant) => ({ ...tenant, status: { kind: 'unread' } })),
      discovery: { running: 0, tenantsDone: 0, tenantsTotal: 0 },
    });
  });

  test('its tenants no longer count, and those of others go on', async () => {
    const { store, directory, discovery } = discovering({ accounts: [alice, bob] });
    void discovery.all();
    for (const { answer } of directory.tenantsAsked) {
      answer(succeed([foundTenant('red'), foundTenant('blue')]));
    }
    await settle();
    discovery.stop(alice.key);
    for (const { account, answer } of directory.subscriptionsAsked) {
      if (account === alice) answer(succeed([]));
    }
    await settle();

    expect(store.state().discovery).toEqual({ running: 1, tenantsDone: 0, tenantsTotal: 2 });
  });

  test('a list of tenants that comes late is ignored', async () => {
    const { store, directory, discovery } = discovering();
    const run = discovery.account(alice.key);
    discovery.stop(alice.key);
    directory.tenantsAsked[0]?.answer(succeed([foundTenant('red')]));
    await run;

    expect([store.state().tenants, directory.subscriptionsAsked]).toEqual([[], []]);
  });

  test('a tenant that was asked by itself is stopped too', async () => {
    const { store, directory, discovery } = discovering(aliceSignedIn);
    const run = discovery.tenant(tenantOf(alice, 'red').key);
    await settle();
    discovery.stop(alice.key);
    const before = store.state();
    directory.subscriptionsAsked[0]?.answer(succeed([]));
    await run;

    expect(store.state()).toBe(before);
  });

  test('a tenant that waited for the run of its account is not asked after a sign-out', async () => {
    const { store, directory, discovery } = discovering(aliceSignedIn);
    const account = discovery.account(alice.key);
    const tenant = discovery.tenant(tenantOf(alice, 'red').key);
    discovery.stop(alice.key);
    store.apply({ kind: 'account-signed-out', accountKey: alice.key });
    directory.tenantsAsked[0]?.answer(succeed([foundTenant('red')]));
    await Promise.all([account, tenant]);

    expect(directory.subscriptionsAsked).toEqual([]);
  });
});

describe('one tenant by itself', () => {
  test('is loading, then shows its new list, and leaves the others alone', async () => {
    const { store, directory, discovery } = discovering(aliceSignedIn);
    const run = discovery.tenant(tenantOf(alice, 'red').key);
    await settle();
    const during = store.state().tenants.map(({ status }) => status.kind);
    directory.subscriptionsAsked[0]?.answer(succeed([foundSubscription('r9')]));
    await run;

    expect([during, directory.tenantsAsked.length, store.state()]).toEqual([
      ['loading', 'ready'],
      0,
      storeWith({
        ...aliceSignedIn,
        subscriptions: [subscriptionOf(alice, 'red', 'r9'), subscriptionOf(alice, 'blue', 'b1')],
      }).state(),
    ]);
  });
});
