import { describe, expect, test } from 'vitest';
import { createAnsweredRefusals } from '../../../src/main/core/answered-refusals.ts';
import { aProblem, createFakeClock } from './fakes.ts';

const place = { accountKey: 'alice', tenantId: 'red' };
const policy = '{"access_token":{"capolids":{"values":["p"]}}}';
const refusal = aProblem('step-up', {
  code: 'AADSTS50076',
  claims: policy,
  remedy: { kind: 'sign-in' },
});

function answering() {
  const clock = createFakeClock();
  return { clock, refusals: createAnsweredRefusals(clock) };
}

describe('a refusal', () => {
  test('is shown as it is while nobody has answered it', () => {
    expect(answering().refusals.seen(place, refusal)).toBe(refusal);
  });

  test('that comes again after its answer is the end, in plain words, with its ids', () => {
    const { refusals } = answering();
    refusals.answered(place, refusal);

    expect(refusals.seen(place, { ...refusal, correlationId: 'c', traceId: 't' })).toEqual({
      ...refusal,
      kind: 'not-enough',
      message:
        'This tenant asks again for what you have just given it, so signing in once more would not help. An administrator can see why.',
      remedy: { kind: 'contact-admin' },
      correlationId: 'c',
      traceId: 't',
    });
  });

  test('of Azure Resource Manager names that, and a newer moment is no other wish', () => {
    const { refusals } = answering();
    const newer = (moment: string) =>
      aProblem('sign-in-again', {
        code: 'TokenCreatedWithOutdatedPolicies',
        claims: `{"access_token":{"nbf":{"value":"${moment}"}}}`,
        remedy: { kind: 'sign-in' },
      });
    refusals.answered(place, newer('1'));

    expect(refusals.seen(place, newer('2')).message).toMatch(/^Azure Resource Manager asks again/);
  });

  test.each([
    ['of another policy', { ...refusal, claims: policy.replace('"p"', '"q"') }, place],
    ['that no sign-in lifts', { ...refusal, remedy: { kind: 'retry' } as const }, place],
    ['of another tenant', refusal, { ...place, tenantId: 'blue' }],
    ['of another account', refusal, { ...place, accountKey: 'bob' }],
    ['of a token, not of the list', refusal, { ...place, scopes: ['s'] }],
  ])('%s is a new one', (_which, problem, where) => {
    const { refusals } = answering();
    refusals.answered(place, refusal);

    expect(refusals.seen(where, problem)).toBe(problem);
  });

  test('without claims is the same by its code', () => {
    const { refusals } = answering();
    const bare = aProblem('step-up', { code: 'AADSTS50079', remedy: { kind: 'sign-in' } });
    refusals.answered(place, bare);

    expect([
      refusals.seen(place, bare).kind,
      refusals.seen(place, { ...bare, code: 'AADSTS50158' }).kind,
    ]).toEqual(['not-enough', 'step-up']);
  });

  test('is a new one once it was lifted in between', () => {
    const { refusals } = answering();
    refusals.answered(place, refusal);
    refusals.lifted(place);

    expect(refusals.seen(place, refusal)).toBe(refusal);
  });

  test('is a new one when its answer is long ago', () => {
    const { clock, refusals } = answering();
    refusals.answered(place, refusal);
    clock.advance(10 * 60_000 + 1);

    expect(refusals.seen(place, refusal)).toBe(refusal);
  });
});
