import { createAnsweredRefusals } from '../../../src/main/core/answered-refusals.ts';
import { describe, expect, test } from 'vitest';
import type { Asker } from '../../../src/shared/app-state.ts';
import type { Context } from '../../../src/shared/context.ts';
import type { TokenTarget } from '../../../src/shared/token-ask.ts';
import { createConfirmations, grantedFor } from '../../../src/main/core/confirmations.ts';
import { createTokenStage } from '../../../src/main/core/issue-token.ts';
import { succeed } from '../../../src/shared/problem.ts';
import {
  alice,
  aliceSignedIn,
  production,
  storeWith,
  subscriptionOf,
  tenantOf,
} from './examples.ts';
import { createCounter, createFakeClock, createFakeIdentity, settle, tokenFor } from './fakes.ts';

const arm = { kind: 'known', id: 'resource-manager' } as const;
const terraform: Asker = { surface: 'cli', program: 'terraform', pid: 42 };

const r1: TokenTarget = {
  kind: 'subscription',
  subscriptionKey: subscriptionOf(alice, 'red', 'r1').key,
};
const r2: TokenTarget = {
  kind: 'subscription',
  subscriptionKey: subscriptionOf(alice, 'red', 'r2').key,
};

function guarded(context: Context = production) {
  const store = storeWith({ ...aliceSignedIn, contexts: { list: [context] } });
  const clock = createFakeClock();
  const identity = createFakeIdentity(clock);
  const confirmations = createConfirmations(store, clock, createCounter());
  const tokens = createTokenStage({
    store,
    identity,
    confirmations,
    clock,
    newId: createCounter(),
    refusals: createAnsweredRefusals(clock),
  });
  /** `given`, or the kind of the refusal with its first words. */
  const mint = async (target: TokenTarget, asker = terraform, patience = 0): Promise<string> => {
    const answer = await tokens.mint(target, arm, asker, patience);
    return answer.ok ? 'given' : answer.problem.kind;
  };
  const answer = async (allow: boolean) => {
    const [first] = store.state().confirmations.asked;
    return confirmations.commands['answer-confirmation'](
      { confirmationId: first?.id ?? '', allow },
      'window',
    );
  };
  return { store, clock, identity, confirmations, tokens, mint, answer };
}

describe('a production context that asks first', () => {
  test('is asked about once by an asker that does not wait, and gives its next try a token', async () => {
    const { store, mint, answer, clock } = guarded();
    const tries = [await mint(r1), await mint(r1)];
    const { asked } = store.state().confirmations;
    await answer(true);
    tries.push(await mint(r1));
    clock.advance(grantedFor);
    tries.push(await mint(r1));

    expect(asked).toEqual([
      { id: 'id-1', contextId: 'prod', audience: arm, at: asked[0]?.at, ...terraform },
    ]);
    expect(tries).toEqual(['not-confirmed', 'not-confirmed', 'given', 'not-confirmed']);
  });

  test('gives every asker who waits a token as soon as a person agrees, and none when they do not', async () => {
    const { mint, answer, store } = guarded();
    const waiting = [mint(r1, terraform, 5_000), mint(r1, { surface: 'window' }, 60_000)];
    await settle();
    const questions = store.state().confirmations.asked.length;
    await answer(false);
    await answer(true);

    expect([questions, await Promise.all(waiting)]).toEqual([2, ['not-confirmed', 'given']]);
    expect(store.state().confirmations.asked).toEqual([]);
  });

  test('stops keeping whoever runs out of patience, but leaves the question standing for a while', async () => {
    const { clock, mint, store } = guarded();
    const waiting = mint(r1, terraform, 5_000);
    await settle();
    clock.advance(5_000);
    const refused = await waiting;
    const standing = store.state().confirmations.asked.length;
    clock.advance(120_000);

    expect([refused, standing, store.state().confirmations.asked]).toEqual([
      'not-confirmed',
      1,
      [],
    ]);
  });

  test.each<[string, TokenTarget, string]>([
    ['its name', { kind: 'context', contextId: 'prod' }, 'not-confirmed'],
    ['its subscription', r1, 'not-confirmed'],
    ['another subscription of its tenant', r2, 'given'],
    ['its tenant', { kind: 'tenant', tenantKey: tenantOf(alice, 'red').key }, 'given'],
  ])('guards a token that is asked for by %s', async (_by, target, expected) => {
    expect(await guarded().mint(target)).toBe(expected);
  });

  test('that is a whole tenant guards all of it, under any name of the tenant', async () => {
    const { identity, clock, mint } = guarded({ ...production, subscriptionId: undefined });
    identity.issue = (ask) => succeed(tokenFor({ ...ask, tenantId: 'red' }, clock, 'token'));
    const domain = { kind: 'any-tenant', accountKey: alice.key, tenant: 'red.example' } as const;

    expect([await mint(r1), await mint(r2), await mint(domain)]).toEqual([
      'not-confirmed',
      'not-confirmed',
      'not-confirmed',
    ]);
  });

  test('guards its tenant also where it was kept under a domain', async () => {
    const domain = 'red.example';
    const { identity, clock, mint } = guarded({
      ...production,
      tenantId: domain,
      subscriptionId: undefined,
    });
    identity.issue = (ask) => succeed(tokenFor({ ...ask, tenantId: 'red' }, clock, 'token'));
    const byDomain = { kind: 'any-tenant', accountKey: alice.key, tenant: domain } as const;

    expect([await mint({ kind: 'context', contextId: 'prod' }), await mint(byDomain)]).toEqual([
      'not-confirmed',
      'not-confirmed',
    ]);
  });

  test('asks again before a token is taken that was got ahead of the mark', async () => {
    const { store, tokens, answer } = guarded({ ...production, confirm: false });
    const issued = await tokens.issue(r1, arm, { surface: 'window' });
    const tokenId = issued.ok ? issued.value.id : '';
    const before = await tokens.taken(tokenId, { surface: 'window' });
    store.apply({ kind: 'context-put', context: production });
    const declined = tokens.taken(tokenId, { surface: 'window' });
    await settle();
    await answer(false);
    const allowed = tokens.taken(tokenId, { surface: 'tray' });
    await settle();
    await answer(true);

    expect([before.ok, (await declined).ok, (await allowed).ok]).toEqual([true, false, true]);
  });

  test('asks again after a quarter of an hour also where the clock is set back meanwhile, and not before', async () => {
    const { confirmations, mint, clock, store } = guarded();
    const agree = () => confirmations.commands['approve-context']({ contextId: 'prod' }, 'cli');
    await agree();
    clock.advance(grantedFor / 2);
    await agree();
    clock.setBack(24 * 60 * 60_000);
    clock.advance(grantedFor / 2);
    const between = await mint(r1);
    clock.advance(grantedFor / 2);

    expect([between, await mint(r1), store.state().confirmations.granted]).toEqual([
      'given',
      'not-confirmed',
      [],
    ]);
  });

  test('asks again after what was agreed is taken back', async () => {
    const { confirmations, mint } = guarded();
    await confirmations.commands['approve-context']({ contextId: 'prod' }, 'cli');
    const agreed = await mint(r1);
    confirmations.revoke();

    expect([agreed, await mint(r1)]).toEqual(['given', 'not-confirmed']);
  });

  test('has nothing to ask when it is only marked, or no production at all', async () => {
    expect([
      await guarded({ ...production, confirm: false }).mint(r1),
      await guarded({ ...production, production: false }).mint(r1),
    ]).toEqual(['given', 'given']);
  });
});
