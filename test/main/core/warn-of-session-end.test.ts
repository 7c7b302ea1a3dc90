import { describe, expect, test } from 'vitest';
import { learnSessionLimits } from '../../../src/main/core/learn-session-limits.ts';
import { rememberedAccounts } from '../../../src/main/core/remembered.ts';
import { warnOfSessionEnd } from '../../../src/main/core/warn-of-session-end.ts';
import { formatTime } from '../../../src/shared/format.ts';
import type { Account } from '../../../src/shared/model.ts';
import { fail } from '../../../src/shared/problem.ts';
import { alice, storeWith, tenantOf } from './examples.ts';
import { aProblem, createFakeClock, createFakeIdentity, startOfTime } from './fakes.ts';

const minute = 60_000;
const hour = 60 * minute;

const limited: Account = {
  ...alice,
  sessionFacts: { provedAt: startOfTime, limits: [{ tenantId: 'red', age: hour }] },
};

function watching(account: Account = limited) {
  const clock = createFakeClock();
  const store = storeWith({ accounts: [account], tenants: [tenantOf(account, 'red')] });
  const watch = warnOfSessionEnd(store, clock);
  watch.look();
  return { clock, store, watch, notices: () => store.state().notices };
}

describe('the end of a sign-in', () => {
  test('is said once when it comes near, with whose and where, and what to do', () => {
    const { clock, notices } = watching();
    clock.advance(49 * minute);
    expect(notices()).toEqual([]);
    clock.advance(minute);
    expect(notices()).toEqual([
      {
        id: `session-end ${alice.key}`,
        tone: 'info',
        message: `Tenant red will want a fresh sign-in from alice@example.com at ${formatTime(startOfTime + hour)}. Sign in before then, and nothing is interrupted.`,
        remedy: { kind: 'sign-in', accountKey: alice.key, tenantId: 'red' },
      },
    ]);
  });

  test('that was dismissed is not said again', () => {
    const { clock, store, watch, notices } = watching();
    clock.advance(50 * minute);
    store.apply({ kind: 'notice-dismissed', noticeId: `session-end ${alice.key}` });
    watch.look();
    clock.advance(5 * minute);
    watch.look();
    expect(notices()).toEqual([]);
  });

  test('goes with a fresh sign-in, and comes back when that one ages', () => {
    const { clock, store, watch, notices } = watching();
    clock.advance(50 * minute);
    const renewed = {
      ...limited,
      sessionFacts: { ...limited.sessionFacts, provedAt: clock.now() },
    };
    store.apply({ kind: 'account-signed-in', account: { ...limited, ...renewed } as Account });
    watch.look();
    expect(notices()).toEqual([]);
    clock.advance(50 * minute);
    expect(notices()).toHaveLength(1);
  });

  test('that came is told by the tenant itself, and no timer is left', () => {
    const { clock, notices } = watching();
    clock.advance(hour);
    expect([notices(), clock.waiting()]).toEqual([[], 0]);
  });
});

test('a refusal teaches how old a sign-in may be, and that is remembered', async () => {
  const clock = createFakeClock();
  const account = { ...limited, sessionFacts: { provedAt: startOfTime, limits: [] } };
  const store = storeWith({ accounts: [account] });
  const fake = createFakeIdentity(clock);
  fake.issue = () => fail(aProblem('sign-in-again', { sessionAge: 2 * hour }));
  const identity = learnSessionLimits(fake, store);
  await identity.acquireToken({ account, tenantId: 'blue', scopes: ['a/.default'] });
  const learned = [
    {
      ...account,
      sessionFacts: { provedAt: startOfTime, limits: [{ tenantId: 'blue', age: 2 * hour }] },
    },
  ];
  expect(store.state().accounts).toEqual(learned);
  const kept = JSON.parse(JSON.stringify({ version: 1, accounts: learned })) as unknown;
  expect(rememberedAccounts.parse(kept).accounts).toEqual(learned);
});
