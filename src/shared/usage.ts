import type { Audience } from './audience.ts';
import { audienceIds } from './audience.ts';

/** How often and how lately a thing was used, in two numbers. Times are epoch milliseconds. */
export interface Use {
  readonly lastAt: number;
  /** The uses so far, each worth half as much after every half-life: their sum as it was at `lastAt`. */
  readonly weight: number;
}

/** By what names the thing that was used. */
export type Uses = Readonly<Record<string, Use>>;

/** What a person works with, as far as it was used through the app. */
export interface Usage {
  /** By their keys. */
  readonly subscriptions: Uses;
  /** By their keys. */
  readonly tenants: Uses;
  /** By their ids. */
  readonly contexts: Uses;
  /** By `audienceKey`. */
  readonly audiences: Uses;
}

export const nothingUsed: Usage = { subscriptions: {}, tenants: {}, contexts: {}, audiences: {} };

/** Milliseconds after which a use counts half: who worked with something last week comes back to it before who did last month. */
export const halfLife = 7 * 24 * 60 * 60_000;

/** Milliseconds: uses in a burst, such as those of a script, count as one. */
const burst = 60_000;

/** How many things of a kind are remembered. */
const atMost = 200;

/** With one use more of a thing. The least used of too many is forgotten; a burst changes nothing. */
export function withUse(uses: Uses, name: string, at: number): Uses {
  const before = Object.hasOwn(uses, name) ? uses[name] : undefined;
  if (before && at - before.lastAt < burst) return uses;
  const faded = before ? before.weight * 2 ** ((before.lastAt - at) / halfLife) : 0;
  const now = { ...uses, [name]: { lastAt: at, weight: faded + 1 } };
  const names = Object.keys(now);
  if (names.length <= atMost) return now;
  const last = names.reduce((one, other) => (rankOf(now, other) < rankOf(now, one) ? other : one));
  return withoutUses(now, (one) => one === last);
}

export function withoutUses(uses: Uses, isGone: (name: string) => boolean): Uses {
  const kept = Object.entries(uses).filter(([name]) => !isGone(name));
  return kept.length === Object.keys(uses).length ? uses : Object.fromEntries(kept);
}

/**
 * Frecency: the moment, in epoch milliseconds, at which all uses of a thing together have faded to the worth of a single one.
 * Of two things the one with the later moment comes first. With weights that halve in equal times this order is the same
 * whenever it is asked for, so that no clock is needed; what was never used comes last.
 *
 * After Jesse Ruderman's "frecency with exponential decay" for Firefox: https://wiki.mozilla.org/User:Jesse/NewFrecency
 */
export function rankOf(uses: Uses, name: string): number {
  const use = Object.hasOwn(uses, name) ? uses[name] : undefined;
  return use ? use.lastAt + halfLife * Math.log2(use.weight) : -Infinity;
}

/** The most used first; things of one rank, such as those never used, stay in their order. */
export function byUse<T>(
  things: readonly T[],
  uses: Uses,
  nameOf: (thing: T) => string,
): readonly T[] {
  const ranked = things.map((thing) => ({ thing, rank: rankOf(uses, nameOf(thing)) }));
  // A difference would be NaN for two that were never used.
  return ranked
    .toSorted((one, other) => (one.rank === other.rank ? 0 : one.rank < other.rank ? 1 : -1))
    .map(({ thing }) => thing);
}

export function audienceKey(audience: Audience): string {
  switch (audience.kind) {
    case 'known':
      return audience.id;
    case 'resource':
      return `resource ${audience.resource}`;
    case 'scopes':
      return `scopes ${audience.scopes.join(' ')}`;
  }
}

/** The service that an `audienceKey` stands for, unless no service has it any longer. */
export function audienceOfKey(key: string): Audience | undefined {
  const [kind, ...words] = key.split(' ');
  if (kind === 'resource') return { kind, resource: words.join(' ') };
  if (kind === 'scopes') return { kind, scopes: words };
  const id = audienceIds.find((one) => one === key);
  return id && { kind: 'known', id };
}
