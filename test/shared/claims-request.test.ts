import { describe, expect, test } from 'vitest';
import { asksTheSame, claimNames } from '../../src/shared/claims-request.ts';

const newer = (moment: string): string =>
  JSON.stringify({ access_token: { nbf: { essential: true, value: moment } } });
const policy = (id: string): string =>
  JSON.stringify({ access_token: { capolids: { essential: true, values: [id] } } });

test('a claims request has names that a person may know', () => {
  expect([claimNames(newer('1')), claimNames('nonsense')]).toEqual([['nbf'], []]);
});

describe('two refusals ask', () => {
  test.each([
    ['the same, without claims', undefined, undefined, true],
    ['the same, word for word', policy('a'), policy('a'), true],
    ['the same, whatever the moment of a newer sign-in', newer('1'), newer('2'), true],
    ['for another policy', policy('a'), policy('b'), false],
    ['for something the second time only', undefined, policy('a'), false],
    ['the same in what is no JSON', 'x', 'x', true],
  ])('for %s', (_what, one, other, same) => {
    expect(asksTheSame(one, other)).toBe(same);
  });
});
