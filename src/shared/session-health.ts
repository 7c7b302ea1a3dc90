import type { Account } from './model.ts';

/** A tenant that will soon want a fresh sign-in. */
export interface SessionEnd {
  readonly tenantId: string;
  readonly endsAt: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long ahead: a tenth of the whole, but neither in the last minutes only nor weeks before. */
const aheadOf = (age: number): number =>
  Math.min(3 * day, Math.max(10 * minute, age / 10), age / 2);

function ends({ sessionFacts }: Account): readonly (SessionEnd & { readonly warnAt: number })[] {
  if (!sessionFacts) return [];
  const { provedAt, limits } = sessionFacts;
  return limits
    .map(({ tenantId, age }) => {
      const endsAt = provedAt + age;
      return { tenantId, endsAt, warnAt: endsAt - aheadOf(age) };
    })
    .toSorted((one, other) => one.endsAt - other.endsAt);
}

/**
 * The end that comes next, once it is near. What is over already is no warning any more: the tenant's own refusal says it.
 * A sign-in that is due anyway changes nothing for an account whose session ended.
 */
export function sessionEndNear(account: Account, now: number): SessionEnd | undefined {
  if (account.session.kind === 'ended') return undefined;
  const near = ends(account).find(({ warnAt, endsAt }) => warnAt <= now && now < endsAt);
  return near && { tenantId: near.tenantId, endsAt: near.endsAt };
}

/** When `sessionEndNear` may answer otherwise for any of the accounts. */
export function nextSessionChange(accounts: readonly Account[], now: number): number | undefined {
  const times = accounts
    .flatMap(ends)
    .flatMap(({ warnAt, endsAt }) => [warnAt, endsAt])
    .filter((time) => time > now);
  return times.length === 0 ? undefined : Math.min(...times);
}
