import { describe, expect, test } from 'vitest';
import { nothingArranged } from '../../../src/main/core/arrangement.ts';
import { rememberChanges } from '../../../src/main/core/remember.ts';
import { restore } from '../../../src/main/core/restore.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import type { Problem, Remedy } from '../../../src/shared/problem.ts';
import { problemKinds } from '../../../src/shared/problem.ts';
import { nothingUsed } from '../../../src/shared/usage.ts';
import {
  accountNamed,
  alice,
  aliceSignedIn,
  arrangedByAlice,
  bob,
  bothSignedIn,
  handOutNamed,
  production,
  stateWith,
  storeWith,
  subscriptionOf,
  tenantOf,
  usedByAlice,
} from './examples.ts';
import { aProblem, createFakeClock, createFakeLog, createFakeVault, settle } from './fakes.ts';

const r1 = subscriptionOf(alice, 'red', 'r1').key;

function remembering(slices: Partial<AppState> = aliceSignedIn) {
  const store = storeWith(slices);
  const clock = createFakeClock();
  const vault = createFakeVault();
  const log = createFakeLog();
  return { store, clock, vault, log, memory: rememberChanges(store, vault, clock, log) };
}

const remedies: { readonly [Kind in Remedy['kind']]: Remedy } = {
  'sign-in': { kind: 'sign-in', accountKey: alice.key, tenantId: 'red', scopes: ['s/.default'] },
  'replace-credential': { kind: 'replace-credential', accountKey: alice.key },
  'set-up-cloud': { kind: 'set-up-cloud', cloud: 'Fabrikam' },
  'set-client-id': { kind: 'set-client-id', cloud: 'Fabrikam' },
  retry: { kind: 'retry' },
  refresh: { kind: 'refresh' },
  'choose-default': { kind: 'choose-default' },
  'contact-admin': { kind: 'contact-admin' },
  'check-network': { kind: 'check-network' },
  'check-clock': { kind: 'check-clock' },
};

/** What is known of tenants that had failed so, once their document was read again. */
async function problemsAfterRestart(problems: readonly unknown[]): Promise<readonly unknown[]> {
  const tenants = problems.map((problem, index) => ({
    ...tenantOf(alice, `t${index}`),
    status: { kind: 'failed', problem },
  }));
  const store = storeWith();
  await restore(
    store,
    createFakeVault({
      accounts: { version: 1, accounts: [alice] },
      directory: { version: 1, tenants, subscriptions: [] },
    }),
  );
  return store
    .state()
    .tenants.map(({ status }) => (status.kind === 'failed' ? status.problem : status));
}

const underWay = { running: 1, tenantsDone: 0, tenantsTotal: 2 } as const;
const atRest = { running: 0, tenantsDone: 0, tenantsTotal: 0, finishedAt: 42 } as const;

describe('what changed', () => {
  test('is written half a second later, one document for all changes of that time', async () => {
    const { store, clock, vault } = remembering();
    store.apply({ kind: 'account-signed-in', account: bob });
    clock.advance(300);
    store.apply({ kind: 'default-chosen', subscriptionKey: r1 });
    clock.advance(199);
    const early = [...vault.writes];
    clock.advance(1);
    await settle();

    expect([early, vault.writes, JSON.parse(vault.contents.get('accounts') ?? '')]).toEqual([
      [],
      ['accounts'],
      { version: 1, accounts: [alice, bob], defaultSubscriptionKey: r1 },
    ]);
  });

  test('a thousand times in a burst of hand-outs is a few writes of the newest five hundred', async () => {
    const { store, clock, vault } = remembering();
    for (let count = 0; count < 1_000; count += 1) {
      store.apply({ kind: 'handed-out', handOut: handOutNamed(`${count}`) });
      clock.advance(1);
    }
    clock.advance(500);
    await settle();
    const { handOuts } = JSON.parse(vault.contents.get('activity') ?? '') as {
      readonly handOuts: readonly { readonly id: string }[];
    };

    expect(vault.writes).toEqual(['activity', 'activity']);
    expect([handOuts.length, handOuts[0]?.id]).toEqual([500, handOutNamed('999').id]);
  });

  test('of the contexts is there again after a restart, but for what a person agreed to', async () => {
    const granted = [{ contextId: 'prod', until: Number.MAX_SAFE_INTEGER }];
    const { store, clock, vault } = remembering({
      ...aliceSignedIn,
      confirmations: { asked: [], granted },
    });
    store.apply({ kind: 'context-put', context: production });
    store.apply({ kind: 'context-used', contextId: 'prod', subscriptionKey: undefined });
    clock.advance(500);
    await settle();
    const later = storeWith({});
    await restore(later, vault);

    const { contexts, confirmations } = later.state();
    expect([contexts, confirmations]).toEqual([
      { list: [production], currentId: 'prod', previousId: undefined },
      { asked: [], granted: [] },
    ]);
  });

  test('of what does not last is not written', () => {
    const { store, clock, vault } = remembering();
    store.apply({ kind: 'token-changed', token: { kind: 'issuing' } });
    store.apply({ kind: 'noticed', notice: { id: 'a', tone: 'info', message: 'A.' } });
    clock.advance(10_000);

    expect([vault.writes, clock.waiting()]).toEqual([[], 0]);
  });

  test('in the list waits until its discovery has come to rest; other things do not', async () => {
    const { store, clock, vault } = remembering();
    store.apply({ kind: 'discovery-changed', discovery: underWay });
    store.apply({ kind: 'tenant-loading', tenantKey: tenantOf(alice, 'red').key });
    store.apply({
      kind: 'session-changed',
      accountKey: alice.key,
      session: { kind: 'unreachable', problem: aProblem('offline') },
    });
    store.apply({ kind: 'handed-out', handOut: handOutNamed('one') });
    clock.advance(10_000);
    store.apply({ kind: 'tenant-loading', tenantKey: tenantOf(alice, 'blue').key });
    expect(clock.waiting()).toBe(0);
    const during = vault.writes.toSorted();
    store.apply({ kind: 'discovery-changed', discovery: atRest });
    clock.advance(500);

    expect([during, vault.writes.slice(2)]).toEqual([['accounts', 'activity'], ['directory']]);
  });

  test('just before a discovery begins is written after it', () => {
    const { store, clock, vault } = remembering();
    store.apply({ kind: 'tenant-loading', tenantKey: tenantOf(alice, 'red').key });
    store.apply({ kind: 'discovery-changed', discovery: underWay });
    clock.advance(10_000);
    const during = [...vault.writes];
    store.apply({ kind: 'discovery-changed', discovery: atRest });
    clock.advance(500);

    expect([during, vault.writes]).toEqual([[], ['directory']]);
  });
});

test('what can not be written is written with the next change, and ends nothing', async () => {
  const { store, clock, vault, log, memory } = remembering();
  const { write } = vault;
  vault.write = () => Promise.reject(new Error('no space left'));
  store.apply({ kind: 'account-signed-in', account: bob });
  clock.advance(500);
  await settle();
  await expect(memory.flush()).rejects.toThrow('no space left');
  store.apply({ kind: 'noticed', notice: { id: 'a', tone: 'info', message: 'A.' } });
  const waiting = clock.waiting();
  vault.write = write;
  store.apply({ kind: 'handed-out', handOut: handOutNamed('one') });
  clock.advance(500);
  await settle();

  expect([log.lines, waiting, vault.writes.toSorted()]).toEqual([
    ['what changed can not be written {"error":"Error: no space left"}'],
    0,
    ['accounts', 'activity'],
  ]);
});

describe('keeping what a person did', () => {
  test('writes it at once; what comes in bulk is gathered as ever', async () => {
    const { store, clock, vault, memory } = remembering();
    store.apply({ kind: 'default-chosen', subscriptionKey: r1 });
    store.apply({ kind: 'context-put', context: production });
    store.apply({ kind: 'favourite-changed', subscriptionKey: r1, favourite: true });
    store.apply({ kind: 'tenant-loading', tenantKey: tenantOf(alice, 'red').key });
    store.apply({ kind: 'handed-out', handOut: handOutNamed('one') });
    await memory.keep();
    const atOnce = [...vault.writes];
    clock.advance(500);
    await settle();

    expect([atOnce, vault.writes]).toEqual([
      ['accounts', 'contexts', 'arrangement'],
      ['accounts', 'contexts', 'arrangement', 'directory', 'activity'],
    ]);
  });

  test('waits for a write of it that the timer began', async () => {
    const { store, clock, vault, memory } = remembering();
    vault.held = true;
    store.apply({ kind: 'default-chosen', subscriptionKey: r1 });
    clock.advance(500);
    let kept = false;
    const keep = memory.keep().then(() => (kept = true));
    await settle();
    const before = kept;
    vault.release();
    await keep;

    expect([before, vault.writes]).toEqual([false, ['accounts']]);
  });

  test('waits for nothing else that is being written', async () => {
    const { store, clock, vault, memory } = remembering();
    vault.held = true;
    store.apply({ kind: 'handed-out', handOut: handOutNamed('one') });
    clock.advance(500);
    await memory.keep();

    expect([vault.writes, vault.contents.size]).toEqual([['activity'], 0]);
  });

  test('says that it can not be written, and tries again the next time', async () => {
    const { store, vault, memory } = remembering();
    const { write } = vault;
    vault.write = () => Promise.reject(new Error('no space left'));
    store.apply({ kind: 'default-chosen', subscriptionKey: r1 });
    await expect(memory.keep()).rejects.toThrow('no space left');
    vault.write = write;
    await memory.keep();

    expect(vault.writes).toEqual(['accounts']);
  });
});

describe('a flush', () => {
  test('writes everything that changed at once, also the list of a discovery under way', async () => {
    const { store, clock, vault, memory } = remembering();
    store.apply({ kind: 'discovery-changed', discovery: underWay });
    store.apply({ kind: 'account-signed-out', accountKey: alice.key });
    await memory.flush();

    expect([vault.writes.toSorted(), clock.waiting()]).toEqual([['accounts', 'directory'], 0]);
  });

  test('with nothing new writes nothing', async () => {
    const { vault, memory } = remembering();
    await memory.flush();

    expect(vault.writes).toEqual([]);
  });

  test('waits for a write that the timer began', async () => {
    const { store, clock, vault, memory } = remembering();
    vault.held = true;
    store.apply({ kind: 'account-signed-out', accountKey: alice.key });
    clock.advance(500);
    let flushed = false;
    const flush = memory.flush().then(() => (flushed = true));
    await settle();
    const before = flushed;
    vault.release();
    await flush;

    expect([before, flushed]).toEqual([false, true]);
  });
});

describe('what was remembered', () => {
  test('comes back as it was, but for what was under way', async () => {
    const failed = tenantOf(alice, 'red', {
      kind: 'failed',
      problem: aProblem('step-up', { claims: '{}', remedy: { kind: 'sign-in' } }),
    });
    const before: AppState = stateWith({
      accounts: [
        { ...alice, session: { kind: 'unreachable', problem: aProblem('offline') } },
        { ...bob, session: { kind: 'ended', problem: aProblem('sign-in-again') } },
      ],
      tenants: [failed, tenantOf(alice, 'blue', { kind: 'loading' }), tenantOf(bob, 'red')],
      subscriptions: [
        { ...subscriptionOf(alice, 'red', 'r1'), managedByTenantIds: ['blue'], state: 'Warned' },
        { ...subscriptionOf(bob, 'red', 'r1'), homeTenantId: 'green' },
      ],
      selection: { defaultSubscriptionKey: r1 },
      arrangement: arrangedByAlice,
      usage: usedByAlice,
      discovery: atRest,
      activity: [handOutNamed('one'), { ...handOutNamed('two'), program: 'terraform' }],
    });
    const { store, vault, memory } = remembering({});
    const { accounts, tenants, subscriptions, selection, arrangement, usage, activity } = before;
    store.apply({
      kind: 'restored',
      contexts: { list: [] },
      accounts,
      tenants,
      subscriptions,
      selection,
      arrangement,
      usage,
      activity,
      finishedAt: 42,
    });
    await memory.flush();
    const later = storeWith({ about: { ...before.about, restored: false } });
    await restore(later, vault);

    const { finishedAt: _old, ...discovery } = before.discovery;
    expect(later.state()).toEqual({
      ...before,
      accounts: [alice, before.accounts[1]],
      tenants: [failed, tenantOf(alice, 'blue', { kind: 'unread' }), tenantOf(bob, 'red')],
      // It was not read to the end, so it is old.
      discovery,
    });
  });

  test('of problems comes back whole, with every kind and every remedy', async () => {
    const whole: Required<Problem> = {
      ...{ kind: 'step-up', message: 'm', field: 'tenant', contextId: 'c', code: 'AADSTS50076' },
      ...{ detail: 'd', correlationId: 'i', traceId: 't', sessionAge: 3, claims: '{}' },
      remedy: remedies['sign-in'],
    };
    const problems: readonly Problem[] = [
      whole,
      ...problemKinds.map((kind) => aProblem(kind)),
      ...Object.values(remedies).map((remedy) => aProblem('offline', { remedy })),
    ];

    expect(await problemsAfterRestart(problems)).toEqual(problems);
  });

  test('of a problem that only another version knows is its words', async () => {
    const unheardOf = { kind: 'eaten-by-a-bear', message: 'It was a bear.', code: 'BEAR' };
    const problems = [
      unheardOf,
      { ...aProblem('offline'), remedy: { kind: 'call-a-ranger' }, field: 'forest', trees: 3 },
    ];

    expect(await problemsAfterRestart(problems)).toEqual([
      { ...unheardOf, kind: 'unexpected' },
      aProblem('offline'),
    ]);
  });

  test('of a complete list comes back with its age', async () => {
    const { store, vault, memory } = remembering({});
    store.apply({
      kind: 'restored',
      contexts: { list: [] },
      ...bothSignedIn,
      selection: {},
      arrangement: nothingArranged,
      usage: nothingUsed,
      activity: [],
      finishedAt: 42,
    });
    await memory.flush();
    const later = storeWith();
    await restore(later, vault);

    expect(later.state().discovery.finishedAt).toBe(42);
  });

  test('of a default that vanished is still said', async () => {
    const lost = { displayName: 'Gone', subscriptionId: 'r1' };
    const { store, vault, memory } = remembering({});
    const start = {
      ...bothSignedIn,
      arrangement: nothingArranged,
      usage: nothingUsed,
      contexts: { list: [] },
      activity: [],
      finishedAt: 42,
    };
    store.apply({ kind: 'restored', ...start, selection: { lost } });
    await memory.flush();
    const later = storeWith();
    await restore(later, vault);

    expect(later.state().selection).toEqual({ lost });
  });

  test('of every cloud is shown, also of one that is not set up any more', async () => {
    const elsewhere = { ...bob, cloud: 'AzureChinaCloud', clientId: 'an older client' };
    const gone = { ...accountNamed('cleo'), cloud: 'Gone' };
    const { store, vault, memory } = remembering({});
    const accounts = [alice, elsewhere, gone];
    const start = {
      ...bothSignedIn,
      selection: {},
      arrangement: nothingArranged,
      usage: nothingUsed,
      contexts: { list: [] },
      activity: [],
      finishedAt: 42,
    };
    store.apply({ kind: 'restored', ...start, accounts });
    await memory.flush();
    const later = storeWith();
    await restore(later, vault);

    expect(later.state().accounts).toEqual([alice, elsewhere, gone]);
  });

  test('of a user before clients could be chosen says the client of the cloud', async () => {
    const { clientId: _unsaid, ...older } = alice;
    const vault = createFakeVault({ accounts: { version: 1, accounts: [older] } });
    const store = storeWith();
    await restore(store, vault);

    expect(store.state().accounts).toEqual([alice]);
  });

  test('is nothing at the first start', async () => {
    const store = storeWith({ about: { ...stateWith().about, restored: false } });
    await restore(store, createFakeVault());

    expect(store.state()).toEqual(stateWith());
  });

  test.each([
    ['no JSON', '{"version":1,'],
    ['of another version', { version: 2, accounts: [] }],
    ['without what it needs', { version: 1, accounts: [{ key: 'a' }] }],
    ['no object', [1, 2, 3]],
  ])('and is %s is set aside, and the rest is shown', async (_damage, accounts) => {
    const vault = createFakeVault({
      accounts,
      activity: { version: 1, handOuts: [handOutNamed('one')] },
    });
    const store = storeWith();
    await restore(store, vault);

    expect([vault.setAsides, store.state()]).toEqual([
      ['accounts'],
      stateWith({ activity: [handOutNamed('one')] }),
    ]);
  });

  test('of the default outlives a damaged list: its tenant will tell whether it is still there', async () => {
    const vault = createFakeVault({
      accounts: { version: 1, accounts: [alice], defaultSubscriptionKey: r1 },
      directory: 'garbage',
    });
    const store = storeWith();
    await restore(store, vault);

    expect(store.state()).toEqual(
      stateWith({ accounts: [alice], selection: { defaultSubscriptionKey: r1 } }),
    );
  });

  test('of accounts that are no longer there is left out, and so is a default that is gone', async () => {
    const vault = createFakeVault({
      accounts: { version: 1, accounts: [bob], defaultSubscriptionKey: r1 },
      directory: {
        version: 1,
        tenants: bothSignedIn.tenants,
        subscriptions: bothSignedIn.subscriptions,
      },
    });
    const store = storeWith();
    await restore(store, vault);

    expect(store.state()).toEqual(
      stateWith({
        accounts: [bob],
        tenants: [tenantOf(bob, 'red')],
        subscriptions: [subscriptionOf(bob, 'red', 'r1')],
      }),
    );
  });
});
