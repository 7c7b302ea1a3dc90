import { expect, test } from 'vitest';
import type { Uses } from '../../src/shared/usage.ts';
import { byUse, halfLife, rankOf, withUse } from '../../src/shared/usage.ts';

const start = Date.UTC(2026, 0, 31, 12);
const day = 24 * 60 * 60_000;

/** Things used at days, in their order in time. */
const used = (...uses: readonly (readonly [string, number])[]): Uses =>
  uses.reduce((before, [name, at]) => withUse(before, name, start + at * day), {});

const order = (uses: Uses, names: readonly string[]): readonly string[] =>
  byUse(names, uses, (name) => name);

test('what was used last comes first, and what was never used stays last in its own order', () => {
  const uses = used(['a', 0], ['b', 1]);
  expect(order(uses, ['x', 'a', 'y', 'b'])).toEqual(['b', 'a', 'x', 'y']);
});

test('what was used often outranks a single later use, until it has faded', () => {
  const often = [
    ['often', 0],
    ['often', 1],
    ['often', 2],
  ] as const;
  expect([
    order(used(...often, ['once', 5]), ['once', 'often']),
    order(used(...often, ['once', 20]), ['once', 'often']),
  ]).toEqual([
    ['often', 'once'],
    ['once', 'often'],
  ]);
});

test('a use counts half after a half-life, so that two equally late ones are worth one now', () => {
  const uses = withUse({ a: { lastAt: start, weight: 2 } }, 'a', start + halfLife);
  expect([uses['a']?.weight, rankOf({ b: { lastAt: start, weight: 2 } }, 'b') - start]).toEqual([
    2,
    halfLife,
  ]);
});

test('a burst is one use, and changes nothing to be written', () => {
  const once = withUse({}, 'a', start);
  expect(withUse(once, 'a', start + 59_999)).toBe(once);
});

test('at most 200 things of a kind are remembered: the least used goes', () => {
  const names = Array.from({ length: 200 }, (_, index) => `n${index}`);
  const full = used(['n0', 0], ...names.map((name, index) => [name, 1 + index / 1_000] as const));
  const more = withUse(full, 'new', start + 2 * day);
  expect([Object.keys(more).length, 'n0' in more, 'n1' in more, 'new' in more]).toEqual([
    200,
    true,
    false,
    true,
  ]);
});

test('a thing called as something that every object has is a thing like any other', () => {
  expect(order(used(['constructor', 1]), ['toString', 'constructor'])).toEqual([
    'constructor',
    'toString',
  ]);
});
