import { expect, test } from 'vitest';
import type { Account } from '../../src/shared/model.ts';
import { nextSessionChange, sessionEndNear } from '../../src/shared/session-health.ts';
import { alice } from '../main/core/examples.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const withLimits = (...ages: readonly (readonly [string, number])[]): Account => ({
  ...alice,
  sessionFacts: { provedAt: 0, limits: ages.map(([tenantId, age]) => ({ tenantId, age })) },
});

test('nothing is said of a sign-in of which no tenant ever said how old it may be', () => {
  expect([sessionEndNear(alice, 0), sessionEndNear(withLimits(), 0)]).toEqual([
    undefined,
    undefined,
  ]);
  expect(nextSessionChange([alice, withLimits()], 0)).toBeUndefined();
});

test.each([
  ['ten minutes ahead of an hour', hour, hour - 10 * minute],
  ['half way, where the whole is a quarter of an hour', 15 * minute, 7.5 * minute],
  ['a tenth ahead of a day', day, day - 2.4 * hour],
  ['three days ahead of three months', 90 * day, 87 * day],
])('an end is near %s, and over when it came', (_, age, warnAt) => {
  const account = withLimits(['red', age]);
  const end = { tenantId: 'red', endsAt: age };
  expect([warnAt - 1, warnAt, age - 1, age].map((now) => sessionEndNear(account, now))).toEqual([
    undefined,
    end,
    end,
    undefined,
  ]);
  expect([0, warnAt, age].map((now) => nextSessionChange([account], now))).toEqual([
    warnAt,
    age,
    undefined,
  ]);
});

test('of several tenants the next one counts, and an ended session has no end ahead', () => {
  const account = withLimits(['blue', 62 * minute], ['red', hour]);
  const soon = 55 * minute;
  expect(sessionEndNear(account, soon)?.tenantId).toBe('red');
  expect(sessionEndNear(account, hour)?.tenantId).toBe('blue');
  const problem = { kind: 'sign-in-again', message: 'Over.' } as const;
  expect(sessionEndNear({ ...account, session: { kind: 'ended', problem } }, soon)).toBeUndefined();
});
