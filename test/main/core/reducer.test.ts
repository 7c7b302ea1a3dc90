import { describe, expect, test } from 'vitest';
import type { AppEvent } from '../../../src/main/core/events.ts';
import { reduce } from '../../../src/main/core/reducer.ts';
import type { AppState, SliceName } from '../../../src/shared/app-state.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import {
  alice,
  aliceSignedIn,
  arrangedByAlice,
  bob,
  bothSignedIn,
  handOutNamed,
  stateWith,
  subscriptionOf,
  tenantOf,
  usedByAlice,
} from './examples.ts';
import { aProblem } from './fakes.ts';

const keyOf = (tenantId: string, subscriptionId: string): string =>
  subscriptionOf(alice, tenantId, subscriptionId).key;

function changedBy(event: AppEvent, before: AppState): readonly string[] {
  const after = reduce(before, event);
  const names = Object.keys(after) as SliceName[];
  return names.filter((name) => before[name] !== after[name]);
}

describe('an event touches only its own slices', () => {
  const red = tenantOf(alice, 'red').key;
  const cases: readonly [AppEvent, readonly SliceName[]][] = [
    [{ kind: 'account-signed-in', account: bob }, ['accounts']],
    [
      { kind: 'account-signed-out', accountKey: bob.key },
      ['accounts', 'grants', 'tenants', 'subscriptions'],
    ],
    [{ kind: 'labelled', key: red, label: { nickname: 'Red' } }, ['arrangement']],
    [{ kind: 'accounts-ordered', accountKeys: [bob.key] }, ['accounts']],
    [{ kind: 'tenants-ordered', accountKey: alice.key, tenantKeys: [red] }, ['arrangement']],
    [
      {
        kind: 'session-changed',
        accountKey: alice.key,
        session: { kind: 'unreachable', problem: aProblem('offline') },
      },
      ['accounts'],
    ],
    [{ kind: 'session-changed', accountKey: alice.key, session: { kind: 'active' } }, []],
    [{ kind: 'session-changed', accountKey: 'nobody', session: { kind: 'active' } }, []],
    [
      { kind: 'tenants-listed', accountKey: alice.key, tenantKeys: [] },
      ['tenants', 'subscriptions', 'selection'],
    ],
    [
      { kind: 'subscriptions-found', tenantKey: red, subscriptions: [] },
      ['tenants', 'subscriptions', 'selection'],
    ],
    [{ kind: 'tenant-loading', tenantKey: red }, ['tenants']],
    [{ kind: 'tenant-failed', tenantKey: red, problem: aProblem('blocked') }, ['tenants']],
    [
      { kind: 'discovery-changed', discovery: { running: 1, tenantsDone: 0, tenantsTotal: 0 } },
      ['discovery'],
    ],
    [{ kind: 'default-chosen', subscriptionKey: keyOf('blue', 'b1') }, ['selection']],
    [{ kind: 'sign-in-changed', signIn: { kind: 'idle' } }, ['signIn']],
    [{ kind: 'token-changed', token: { kind: 'issuing' } }, ['token']],
    [{ kind: 'clipboard-changed', clipboard: { kind: 'none' } }, ['clipboard']],
    [{ kind: 'handed-out', handOut: handOutNamed('one') }, ['activity']],
    [{ kind: 'endpoint-changed', endpoint: { kind: 'off' } }, ['endpoint']],
    [{ kind: 'grant-ended', grantId: 'not there' }, []],
    [{ kind: 'noticed', notice: { id: 'a', tone: 'info', message: 'A.' } }, ['notices']],
    [{ kind: 'notice-dismissed', noticeId: 'not there' }, []],
    [{ kind: 'settings-changed', settings: defaultSettings }, ['settings']],
    [
      { kind: 'vault-changed', vault: { kind: 'sealed', keeper: 'system', by: 'Keychain' } },
      ['vault'],
    ],
  ];

  test.each(cases)('%j', (event, slices) => {
    const before = stateWith({
      ...bothSignedIn,
      selection: { defaultSubscriptionKey: keyOf('red', 'r1') },
      settings: { ...defaultSettings },
    });
    expect(changedBy(event, before).toSorted()).toEqual([...slices].sort());
  });
});

describe('accounts', () => {
  test('who signs in again renews the account in its place', () => {
    const ended = {
      ...alice,
      session: { kind: 'ended', problem: aProblem('sign-in-again') },
    } as const;
    const after = reduce(stateWith({ accounts: [ended, bob] }), {
      kind: 'account-signed-in',
      account: alice,
    });
    expect(after.accounts).toEqual([alice, bob]);
  });

  test('who signs out takes along only what they reach', () => {
    const after = reduce(stateWith(bothSignedIn), {
      kind: 'account-signed-out',
      accountKey: alice.key,
    });
    expect(after).toEqual(
      stateWith({
        accounts: [bob],
        tenants: [tenantOf(bob, 'red')],
        subscriptions: [subscriptionOf(bob, 'red', 'r1')],
      }),
    );
  });

  test('an answer that comes after the sign-out brings nothing back', () => {
    const empty = stateWith();
    const late: readonly AppEvent[] = [
      { kind: 'tenants-arrived', accountKey: alice.key, tenants: aliceSignedIn.tenants },
      {
        kind: 'subscriptions-found',
        tenantKey: tenantOf(alice, 'red').key,
        subscriptions: aliceSignedIn.subscriptions,
      },
      {
        kind: 'tenant-failed',
        tenantKey: tenantOf(alice, 'red').key,
        problem: aProblem('offline'),
      },
    ];
    expect(late.reduce(reduce, empty)).toEqual(empty);
  });
});

describe('tenants and subscriptions', () => {
  test('a tenant that fails keeps its remembered subscriptions, and its reason', () => {
    const problem = aProblem('step-up');
    const after = reduce(stateWith(aliceSignedIn), {
      kind: 'tenant-failed',
      tenantKey: tenantOf(alice, 'red').key,
      problem,
    });
    expect(after).toEqual(
      stateWith({
        ...aliceSignedIn,
        tenants: [tenantOf(alice, 'red', { kind: 'failed', problem }), tenantOf(alice, 'blue')],
      }),
    );
  });

  test("a tenant's answer replaces its own subscriptions, and nobody else's", () => {
    const after = reduce(stateWith(bothSignedIn), {
      kind: 'subscriptions-found',
      tenantKey: tenantOf(alice, 'red').key,
      subscriptions: [subscriptionOf(alice, 'red', 'new')],
    });
    expect(after.subscriptions.map(({ key }) => key).toSorted()).toEqual(
      [
        subscriptionOf(alice, 'blue', 'b1').key,
        subscriptionOf(alice, 'red', 'new').key,
        subscriptionOf(bob, 'red', 'r1').key,
      ].sort(),
    );
  });

  test('a tenant that is no longer listed goes with its subscriptions', () => {
    const after = reduce(stateWith(bothSignedIn), {
      kind: 'tenants-listed',
      accountKey: alice.key,
      tenantKeys: [tenantOf(alice, 'blue').key],
    });
    expect(after).toEqual(
      stateWith({
        accounts: [alice, bob],
        tenants: [tenantOf(alice, 'blue'), tenantOf(bob, 'red')],
        subscriptions: [subscriptionOf(alice, 'blue', 'b1'), subscriptionOf(bob, 'red', 'r1')],
      }),
    );
  });
});

describe('subscriptions that are found', () => {
  test('stand in the order of their tenants, whichever tenant answers first', () => {
    const tenants = ['red', 'blue', 'green'].map((id) => tenantOf(alice, id));
    const start = stateWith({ accounts: [alice], tenants });
    const found = (tenantId: string, ...ids: readonly string[]): AppEvent => ({
      kind: 'subscriptions-found',
      tenantKey: tenantOf(alice, tenantId).key,
      subscriptions: ids.map((id) => subscriptionOf(alice, tenantId, id)),
    });
    const after = [found('green', 'g1'), found('red', 'r2', 'r1'), found('blue', 'b1')].reduce(
      reduce,
      start,
    );

    expect(after.subscriptions.map(({ subscriptionId }) => subscriptionId)).toEqual([
      'r2',
      'r1',
      'b1',
      'g1',
    ]);
  });
});

describe('tenants that arrive', () => {
  test('take the place of what was remembered of them, and new ones come after', () => {
    const loading = { kind: 'loading' } as const;
    const after = reduce(stateWith(bothSignedIn), {
      kind: 'tenants-arrived',
      accountKey: alice.key,
      tenants: [tenantOf(alice, 'blue', loading), tenantOf(alice, 'green', loading)],
    });
    expect(after.tenants).toEqual([
      tenantOf(alice, 'red'),
      tenantOf(alice, 'blue', loading),
      tenantOf(bob, 'red'),
      tenantOf(alice, 'green', loading),
    ]);
    expect(after.subscriptions).toBe(bothSignedIn.subscriptions);
  });
});

describe('the default subscription', () => {
  const chosen = stateWith({
    ...bothSignedIn,
    selection: { defaultSubscriptionKey: keyOf('red', 'r1') },
  });
  const lost = { displayName: 'Subscription r1', subscriptionId: 'r1' };
  const red = tenantOf(alice, 'red').key;

  test.each<[string, AppEvent, AppState['selection']]>([
    [
      'stays while its tenant still lists it',
      {
        kind: 'subscriptions-found',
        tenantKey: red,
        subscriptions: [subscriptionOf(alice, 'red', 'r1')],
      },
      chosen.selection,
    ],
    [
      'stays when another tenant answers',
      { kind: 'subscriptions-found', tenantKey: tenantOf(alice, 'blue').key, subscriptions: [] },
      chosen.selection,
    ],
    [
      'stays when its tenant fails to answer',
      { kind: 'tenant-failed', tenantKey: red, problem: aProblem('offline') },
      chosen.selection,
    ],
    [
      'stays when somebody else signs out, who reaches the same one',
      { kind: 'account-signed-out', accountKey: bob.key },
      chosen.selection,
    ],
    [
      'is said to be lost when its tenant answers without it, though another account still reaches it',
      {
        kind: 'subscriptions-found',
        tenantKey: red,
        subscriptions: [subscriptionOf(alice, 'red', 'r2')],
      },
      { lost },
    ],
    [
      'is said to be lost when its tenant is gone',
      {
        kind: 'tenants-listed',
        accountKey: alice.key,
        tenantKeys: [tenantOf(alice, 'blue').key],
      },
      { lost },
    ],
    [
      'stays when other tenants of its account are gone',
      { kind: 'tenants-listed', accountKey: alice.key, tenantKeys: [red] },
      chosen.selection,
    ],
    [
      'goes without a word with the account that signs out',
      { kind: 'account-signed-out', accountKey: alice.key },
      {},
    ],
    [
      'is what was chosen last',
      { kind: 'default-chosen', subscriptionKey: keyOf('blue', 'b1') },
      { defaultSubscriptionKey: keyOf('blue', 'b1') },
    ],
  ])('%s', (_behaviour, event, selection) => {
    expect(reduce(chosen, event).selection).toEqual(selection);
  });

  test('that was lost is forgotten once another is chosen', () => {
    const after = reduce(stateWith({ ...aliceSignedIn, selection: { lost } }), {
      kind: 'default-chosen',
      subscriptionKey: keyOf('blue', 'b1'),
    });
    expect(after.selection).toEqual({ defaultSubscriptionKey: keyOf('blue', 'b1') });
  });
});

test('the record of hand-outs keeps the newest 500, newest first', () => {
  const names = Array.from({ length: 501 }, (_, index) => `hand-out ${index}`);
  const after = names
    .map((id): AppEvent => ({ kind: 'handed-out', handOut: handOutNamed(id) }))
    .reduce(reduce, stateWith());
  expect(after.activity.map(({ id }) => id)).toEqual(names.slice(1).reverse());
});

test('a notice that comes again replaces the one before, and goes when dismissed', () => {
  const notice = (id: string, message: string) => ({ id, tone: 'info', message }) as const;
  const told = [notice('a', 'First.'), notice('b', 'Other.'), notice('a', 'Second.')]
    .map((one): AppEvent => ({ kind: 'noticed', notice: one }))
    .reduce(reduce, stateWith());
  const dismissed = reduce(told, { kind: 'notice-dismissed', noticeId: 'b' });
  expect([told.notices, dismissed.notices]).toEqual([
    [notice('b', 'Other.'), notice('a', 'Second.')],
    [notice('a', 'Second.')],
  ]);
});

test('what is restored takes the place of everything that lasts, and nothing else', () => {
  const before = stateWith({ about: { ...stateWith().about, restored: false } });
  const after = reduce(before, {
    kind: 'restored',
    contexts: { list: [] },
    ...aliceSignedIn,
    selection: { defaultSubscriptionKey: keyOf('red', 'r1') },
    arrangement: arrangedByAlice,
    usage: usedByAlice,
    finishedAt: 42,
    activity: [handOutNamed('one')],
  });
  expect(after).toEqual({
    ...before,
    ...aliceSignedIn,
    about: { ...before.about, restored: true },
    selection: { defaultSubscriptionKey: keyOf('red', 'r1') },
    arrangement: arrangedByAlice,
    usage: usedByAlice,
    discovery: { running: 0, tenantsDone: 0, tenantsTotal: 0, finishedAt: 42 },
    activity: [handOutNamed('one')],
  });
});

test('the state can cross to another process and comes back equal', () => {
  const state = stateWith({ ...bothSignedIn, activity: [handOutNamed('one')] });
  expect(structuredClone(state)).toEqual(state);
});
