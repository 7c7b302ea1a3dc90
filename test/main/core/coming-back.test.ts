import { expect, test } from 'vitest';
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
  const heard: string[] = [];
  const tries: number[] = [];
  const stop = watchComingBack({
    ...{ store, clock, network, presence: guardians.presence },
    returned: () => heard.push('returned'),
    reconnected: () => {
      heard.push('reconnected');
      tries.push((clock.now() - startOfTime) / 1_000);
    },
  });
  const cable = (plugged: boolean): void => {
    network.online = plugged;
    clock.advance(5_000);
  };
  return { store, clock, network, guardians, heard, tries, stop, cable };
}

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

test.each([
  ['nothing had failed', {}, []],
  ['an account could not be reached', unreachable('offline'), ['reconnected']],
  ['an account was answered with garbage', unreachable('unexpected-answer'), ['reconnected']],
  ['a tenant could not be reached', tenantFailed('timed-out'), ['reconnected']],
  ['a tenant wants more than a network', tenantFailed('step-up'), []],
])('when the network comes back and %s: %j', (_case, slices, expected) => {
  const { heard, cable } = watching(slices);
  cable(false);
  cable(true);
  cable(true);

  expect(heard).toEqual(expected);
});

test.each([
  ['a tenant did not answer', tenantFailed('timed-out'), [10, 35, 80, 165]],
  ['an account met a proxy', unreachable('proxy'), [10, 35, 80, 165]],
  ['a tenant wants more than a network', tenantFailed('step-up'), []],
  ['nothing had failed', {}, []],
])('while there seems to be a network and %s: tried after %j s', (_case, slices, expected) => {
  const { clock, tries } = watching(slices);
  clock.advance(180_000);

  expect(tries).toEqual(expected);
});

test('the pauses grow while the same is missing, and are short again for what fails later', () => {
  const { store, clock, tries } = watching({ ...tenantFailed('tls') });
  const { key: tenantKey } = tenantOf(alice, 'red');
  const read = (running: number): void =>
    store.apply({
      kind: 'discovery-changed',
      discovery: { running, tenantsDone: 0, tenantsTotal: 0 },
    });
  clock.advance(10_000);
  // A try that takes long, and fails.
  read(1);
  store.apply({ kind: 'tenant-loading', tenantKey });
  clock.advance(60_000);
  store.apply({ kind: 'tenant-failed', tenantKey, problem: aProblem('tls') });
  read(0);
  clock.advance(25_000);
  store.apply({ kind: 'subscriptions-found', tenantKey, subscriptions: [] });
  clock.advance(5_000);
  store.apply({ kind: 'tenant-failed', tenantKey, problem: aProblem('tls') });
  clock.advance(15_000);

  expect(tries).toEqual([10, 95, 115]);
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
