import { describe, expect, test } from 'vitest';
import { createAnsweredRefusals } from '../../../src/main/core/answered-refusals.ts';
import { createConfirmations } from '../../../src/main/core/confirmations.ts';
import { createTokenStage } from '../../../src/main/core/issue-token.ts';
import type { AccessToken, TokenAsk } from '../../../src/main/core/ports/azure.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import type { Audience } from '../../../src/shared/audience.ts';
import type { TokenTarget } from '../../../src/shared/token-ask.ts';
import type { Result } from '../../../src/shared/problem.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import {
  alice,
  aliceSignedIn,
  bob,
  bothSignedIn,
  storeWith,
  subscriptionOf,
  tenantOf,
} from './examples.ts';
import {
  aProblem,
  createCounter,
  createFakeClock,
  createFakeIdentity,
  startOfTime,
  tokenFor,
} from './fakes.ts';

const graph: Audience = { kind: 'known', id: 'graph' };
const vaults: Audience = { kind: 'known', id: 'key-vault' };
const inWindow = { surface: 'window' } as const;
const r1 = subscriptionOf(alice, 'red', 'r1').key;
const red = tenantOf(alice, 'red').key;

const notAllRead = {
  kind: 'no-default',
  message: expect.stringContaining('not everything could be read') as string,
  remedy: { kind: 'refresh' },
};

function issuing(slices: Partial<AppState> = aliceSignedIn) {
  const store = storeWith(slices);
  const clock = createFakeClock();
  const identity = createFakeIdentity(clock);
  const newId = createCounter();
  const confirmations = createConfirmations(store, clock, createCounter());
  const refusals = createAnsweredRefusals(clock);
  const stage = createTokenStage({ store, identity, confirmations, clock, newId, refusals });
  return { store, clock, identity, refusals, stage };
}

describe('a token', () => {
  test('for a subscription is asked of its tenant and account, and shows what is known of it', async () => {
    const { store, identity, stage } = issuing();
    const answer = await stage.issue(
      { kind: 'subscription', subscriptionKey: r1 },
      graph,
      inWindow,
    );
    const issued = {
      id: 'id-1',
      audience: graph,
      accountKey: alice.key,
      username: alice.username,
      tenantId: 'red',
      subscriptionId: 'r1',
      scopes: ['https://graph.microsoft.com/.default'],
      issuedAt: startOfTime,
      expiresAt: startOfTime + 3_600_000,
    };

    expect(identity.asks).toEqual([
      { account: alice, tenantId: 'red', scopes: ['https://graph.microsoft.com/.default'] },
    ]);
    expect([answer, store.state().token]).toEqual([succeed(issued), { kind: 'issued', issued }]);
  });

  test.each<[string, TokenTarget, readonly (string | undefined)[]]>([
    ['the default subscription', { kind: 'default' }, [bob.key, 'red', 'r1']],
    [
      'a tenant of the list',
      { kind: 'tenant', tenantKey: tenantOf(alice, 'blue').key },
      [alice.key, 'blue', undefined],
    ],
    [
      'any tenant that an account names',
      { kind: 'any-tenant', accountKey: bob.key, tenant: 'elsewhere.example' },
      [bob.key, 'id of elsewhere.example', undefined],
    ],
  ])('can be for %s', async (_target, target, expected) => {
    const { clock, identity, stage } = issuing({
      ...bothSignedIn,
      selection: { defaultSubscriptionKey: subscriptionOf(bob, 'red', 'r1').key },
    });
    identity.issue = (ask) => {
      const tenantId = ask.tenantId.includes('.') ? `id of ${ask.tenantId}` : ask.tenantId;
      return succeed(tokenFor({ ...ask, tenantId }, clock, 'token'));
    };
    const answer = await stage.mint(target, graph, inWindow);
    if (!answer.ok) throw new Error(answer.problem.message);
    const { accountKey, tenantId, subscriptionId } = answer.value.issued;

    expect([accountKey, tenantId, subscriptionId]).toEqual(expected);
  });

  test.each<[string, TokenTarget, Partial<AppState>, object]>([
    [
      'nobody is signed in',
      { kind: 'default' },
      {},
      { kind: 'not-signed-in', remedy: { kind: 'sign-in' } },
    ],
    [
      'no default is chosen',
      { kind: 'default' },
      aliceSignedIn,
      { kind: 'no-default', remedy: { kind: 'choose-default' } },
    ],
    [
      'no account reaches a subscription',
      { kind: 'default' },
      { ...aliceSignedIn, subscriptions: [] },
      { kind: 'no-default', remedy: { kind: 'refresh' } },
    ],
    [
      'no subscription is in what could be read',
      { kind: 'default' },
      {
        ...aliceSignedIn,
        subscriptions: [],
        tenants: [
          tenantOf(alice, 'red'),
          { ...tenantOf(alice, 'blue'), status: { kind: 'unread' } },
        ],
      },
      notAllRead,
    ],
    [
      'an account could not be asked for its tenants',
      { kind: 'default' },
      { accounts: [{ ...alice, session: { kind: 'unreachable', problem: aProblem('offline') } }] },
      notAllRead,
    ],
    [
      'no subscription is in the list yet',
      { kind: 'default' },
      {
        ...aliceSignedIn,
        subscriptions: [],
        discovery: { running: 1, tenantsDone: 0, tenantsTotal: 2 },
      },
      { kind: 'no-default', remedy: { kind: 'choose-default' } },
    ],
    [
      'the subscription is gone',
      { kind: 'subscription', subscriptionKey: 'gone' },
      aliceSignedIn,
      { kind: 'unknown-subscription', remedy: { kind: 'refresh' } },
    ],
    [
      'the default is gone',
      { kind: 'default' },
      { ...aliceSignedIn, selection: { defaultSubscriptionKey: 'gone' } },
      { kind: 'unknown-subscription', remedy: { kind: 'refresh' } },
    ],
    [
      'the tenant is gone',
      { kind: 'tenant', tenantKey: 'gone' },
      aliceSignedIn,
      { kind: 'unknown-tenant', remedy: { kind: 'refresh' } },
    ],
    [
      'the account is gone',
      { kind: 'any-tenant', accountKey: 'gone', tenant: 'red' },
      aliceSignedIn,
      { kind: 'unknown-tenant', remedy: { kind: 'refresh' } },
    ],
  ])('is not asked for when %s', async (_reason, target, slices, expected) => {
    const { store, identity, stage } = issuing(slices);
    const answer = await stage.issue(target, graph, inWindow);

    expect(answer).toMatchObject({ ok: false, problem: expected });
    expect([identity.asks, store.state().token]).toEqual([
      [],
      { kind: 'failed', problem: answer.ok ? undefined : answer.problem },
    ]);
  });

  test('that needs a sign-in says whom and where, and keeps the claims', async () => {
    const { store, identity, stage } = issuing();
    identity.issue = () => fail(aProblem('step-up', { claims: '{}', remedy: { kind: 'sign-in' } }));
    const answer = await stage.issue({ kind: 'tenant', tenantKey: red }, graph, inWindow);
    const problem = aProblem('step-up', {
      claims: '{}',
      remedy: {
        kind: 'sign-in',
        accountKey: alice.key,
        tenantId: 'red',
        scopes: ['https://graph.microsoft.com/.default'],
      },
    });

    expect([answer, store.state().token]).toEqual([fail(problem), { kind: 'failed', problem }]);
  });

  test('that is refused again for what was just given offers no other sign-in, until one is issued', async () => {
    const { clock, identity, refusals, stage } = issuing();
    const refusal = aProblem('step-up', { claims: '{}', remedy: { kind: 'sign-in' } });
    const scopes = ['https://graph.microsoft.com/.default'];
    const kinds = [];
    refusals.answered({ accountKey: alice.key, tenantId: 'red', scopes }, refusal);
    for (const issue of [
      () => fail(refusal),
      (ask: TokenAsk) => succeed(tokenFor(ask, clock, 'token')),
      () => fail(refusal),
    ]) {
      identity.issue = issue;
      const answer = await stage.mint({ kind: 'tenant', tenantKey: red }, graph, inWindow);
      kinds.push(answer.ok ? 'issued' : [answer.problem.kind, answer.problem.remedy?.kind]);
    }

    expect(kinds).toEqual([['not-enough', 'contact-admin'], 'issued', ['step-up', 'sign-in']]);
  });

  test('that is refused for good keeps the refusal as it is', async () => {
    const { identity, stage } = issuing();
    const problem = aProblem('blocked', { remedy: { kind: 'contact-admin' } });
    identity.issue = () => fail(problem);

    expect(await stage.mint({ kind: 'tenant', tenantKey: red }, graph, inWindow)).toEqual(
      fail(problem),
    );
  });

  test('for a program is not shown in the window, nor held', async () => {
    const { store, stage } = issuing();
    const minted = await stage.mint({ kind: 'tenant', tenantKey: red }, graph, inWindow);

    expect([minted.ok, store.state().token, stage.held('id-1').ok]).toEqual([
      true,
      { kind: 'none' },
      false,
    ]);
  });

  test('asked for last is the one shown, whichever answer comes first', async () => {
    const { store, clock, identity, stage } = issuing();
    const slow = Promise.withResolvers<Result<AccessToken>>();
    identity.issue = (ask) =>
      ask.scopes[0]?.includes('graph') ? slow.promise : succeed(tokenFor(ask, clock, 'quick'));
    const first = stage.issue({ kind: 'tenant', tenantKey: red }, graph, inWindow);
    await stage.issue({ kind: 'tenant', tenantKey: red }, vaults, inWindow);
    slow.resolve(fail(aProblem('offline')));
    await first;

    expect(store.state().token).toMatchObject({ kind: 'issued', issued: { audience: vaults } });
  });

  test('that comes after its account signed out is thrown away', async () => {
    const { store, clock, identity, stage } = issuing();
    const late = Promise.withResolvers<Result<AccessToken>>();
    identity.issue = () => late.promise;
    const answer = stage.issue({ kind: 'tenant', tenantKey: red }, graph, inWindow);
    stage.letGo(alice.key);
    store.apply({ kind: 'account-signed-out', accountKey: alice.key });
    late.resolve(succeed(tokenFor({ account: alice, tenantId: 'red', scopes: [] }, clock, 'late')));

    expect(await answer).toMatchObject({ ok: false, problem: { kind: 'not-signed-in' } });
    expect([store.state().token.kind, stage.held('id-1').ok]).toEqual(['none', false]);
  });
});

describe('a token that is held', () => {
  test('can be had until it expires', async () => {
    const { clock, stage } = issuing();
    await stage.issue({ kind: 'tenant', tenantKey: red }, graph, inWindow);
    clock.advance(3_599_999);
    const before = stage.held('id-1');
    clock.advance(1);

    expect([before.ok && before.value.token.secret.reveal(), stage.held('id-1')]).toEqual([
      'token-1',
      fail({ kind: 'expired', message: 'This token expired. Get a new one.' }),
    ]);
  });

  test('makes room after twenty newer ones', async () => {
    const { stage } = issuing();
    for (let count = 0; count < 21; count += 1) {
      await stage.issue({ kind: 'tenant', tenantKey: red }, graph, inWindow);
    }

    expect([stage.held('id-1').ok, stage.held('id-2').ok, stage.held('id-21').ok]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('goes with its account, and is no longer shown', async () => {
    const { store, stage } = issuing(bothSignedIn);
    await stage.issue({ kind: 'tenant', tenantKey: tenantOf(bob, 'red').key }, graph, inWindow);
    await stage.issue({ kind: 'tenant', tenantKey: red }, graph, inWindow);
    stage.letGo(alice.key);

    expect([stage.held('id-1').ok, stage.held('id-2').ok, store.state().token]).toEqual([
      true,
      false,
      { kind: 'none' },
    ]);
  });

  test("stays shown when somebody else's are let go", async () => {
    const { store, stage } = issuing(bothSignedIn);
    await stage.issue({ kind: 'tenant', tenantKey: red }, graph, inWindow);
    stage.letGo(bob.key);

    expect([stage.held('id-1').ok, store.state().token.kind]).toEqual([true, 'issued']);
  });

  test("is shown when it comes, though somebody else's were let go meanwhile", async () => {
    const { store, stage } = issuing(bothSignedIn);
    const answer = stage.issue({ kind: 'tenant', tenantKey: red }, graph, inWindow);
    stage.letGo(bob.key);
    await answer;

    expect(store.state().token.kind).toBe('issued');
  });
});
