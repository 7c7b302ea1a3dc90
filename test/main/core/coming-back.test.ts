import { expect, test } from 'vitest';
import type { Missed } from '../../../src/main/core/coming-back.ts';
import { watchComingBack } from '../../../src/main/core/coming-back.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import type { ProblemKind } from '../../../src/shared/problem.ts';
import { alice, bob, storeWith, tenantOf } from './examples.ts';
import { createFakeGuardians } from './fake-guardians.ts';
import { aProblem, createFakeClock, createFakeNetwork, startOfTime } from './fakes.ts';

function watching(slices: Partial<AppState> = {}) {
  const store = storeWith(slices);
  const clock = createFakeClock();
  const network = createFakeNetwork();
  const guardians = createFakeGuardians();
  const heard: ('returned' | Missed)[] = [];
  const tries: number[] = [];
  const stop = watchComingBack({
    ...{ store, clock, network, presence: guardians.presence },
    returned: () => heard.push('returned'),
    reconnected: (missed) => {
      heard.push(...missed);
      tries.push((clock.now() - startOfTime) / 1_000);
    },
  });
  const cable = (plugged: boolean): void => {
    network.online = plugged;
    clock.advance(5_000);
  };
  return { store, clock, network, guardians, heard, tries, stop, cable };
}

const day = 86_400_000;

const unreachable = (kind: ProblemKind): Partial<AppState> => ({
  accounts: [bob, { ...alice, session: { kind: 'unreachable', problem: aProblem(kind) } }],
});

const tenantFailed = (kind: ProblemKind): Partial<AppState> => ({
  accounts: [alice],
  tenants: [tenantOf(alice, 'red', { kind: 'failed', problem: aProblem(kind) })],
});

test('the state says within seconds whether there is a network', () => {
  const { store, cable } = watching();
  const seen = [true, false, false, true].map((plugged) => {
    cable(plugged);
    return [store.state().online, store.snapshot().revision];
  });

  expect(seen).toEqual([
    [true, 0],
    [false, 1],
    [false, 1],
    [true, 2],
  ]);
});

const hers = { accountKey: alice.key };
const red = { tenantKey: tenantOf(alice, 'red').key };

test.each([
  ['nothing had failed', [], {}],
  ['an account could not be reached', [hers], unreachable('offline')],
  ['an account was answered with garbage', [hers], unreachable('unexpected-answer')],
  ['a tenant could not be reached', [red], tenantFailed('timed-out')],
  ['neither could', [hers], { ...tenantFailed('offline'), ...unreachable('offline') }],
  ['a tenant wants more than a network', [], tenantFailed('step-up')],
])('when the network comes back and %s, this is read again: %j', (_case, expected, slices) => {
  const { heard, cable } = watching(slices);
  cable(false);
  cable(true);
  cable(true);

  expect(heard).toEqual(expected);
});

test('what is being read when the network comes back is tried as soon as it has failed', () => {
  const { store, heard, cable } = watching(tenantFailed('offline'));
  cable(false);
  store.apply({ kind: 'tenant-loading', ...red });
  cable(true);
  const during = [...heard];
  store.apply({ kind: 'tenant-failed', ...red, problem: aProblem('offline') });
  cable(true);

  expect([during, heard]).toEqual([[], [red]]);
});

test.each([
  ['a tenant did not answer', [10, 35, 80, 165], tenantFailed('timed-out')],
  ['an account met a proxy', [10, 35, 80, 165], unreachable('proxy')],
  ['a tenant wants more than a network', [], tenantFailed('step-up')],
  ['nothing had failed', [], {}],
])('while there seems to be a network and %s: tried after %j s', (_case, expected, slices) => {
  const { clock, tries } = watching(slices);
  clock.advance(180_000);

  expect(tries).toEqual(expected);
});

test.each([
  ['of everything', 1],
  ['of that tenant alone', 0],
])(
  'the pauses grow while the same is missing, also over a long reading %s, and are short again for what fails later',
  (_what, running) => {
    const { store, clock, tries } = watching({ ...tenantFailed('tls') });
    const read = (accounts: number): void =>
      store.apply({
        kind: 'discovery-changed',
        discovery: { running: accounts, tenantsDone: 0, tenantsTotal: 0 },
      });
    const failed = { kind: 'tenant-failed', ...red, problem: aProblem('tls') } as const;
    clock.advance(10_000);
    read(running);
    store.apply({ kind: 'tenant-loading', ...red });
    clock.advance(60_000);
    store.apply(failed);
    read(0);
    clock.advance(25_000);
    store.apply({ kind: 'subscriptions-found', ...red, subscriptions: [] });
    clock.advance(5_000);
    store.apply(failed);
    clock.advance(15_000);

    expect(tries).toEqual([10, 95, 115]);
  },
);

test('a clock that is set back makes no pause longer', () => {
  const { clock, tries } = watching(tenantFailed('timed-out'));
  clock.setBack(day);
  clock.advance(180_000);

  expect(tries.map((seconds) => seconds + day / 1_000)).toEqual([15, 40, 85, 170]);
});

test('the return from a sleep is told, and the network is looked at at once', () => {
  const { store, network, guardians, heard, clock } = watching();
  network.online = false;
  guardians.comeBack();

  expect([heard, store.state().online, clock.waiting()]).toEqual([['returned'], false, 1]);
});

test('nothing is watched after the end', () => {
  const { clock, stop } = watching();
  stop();

  expect(clock.waiting()).toBe(0);
});
