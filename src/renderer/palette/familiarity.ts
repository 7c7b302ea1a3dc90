import type { Usage } from '../../shared/usage.ts';
import { halfLife, rankOf } from '../../shared/usage.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** How much a favourite is used at least: as what lies one half-life behind the most used. */
const ofFavourite = 0.5;

/**
 * How much a thing is used, from 0 (never) to 1 (the most of all).
 *
 * @param favourites keys of subscriptions
 */
export function familiarity(
  usage: Usage,
  favourites: readonly string[],
): (entry: PaletteEntry) => number {
  const starred = new Set(favourites);
  const usesOf = {
    subscription: usage.subscriptions,
    tenant: usage.tenants,
    context: usage.contexts,
  };
  const ranks = Object.values(usesOf).flatMap((uses) =>
    Object.keys(uses).map((name) => rankOf(uses, name)),
  );
  const best = Math.max(0, ...ranks);
  return ({ kind, key }) => {
    if (kind === 'account' || kind === 'command') return 0;
    const used = 2 ** ((rankOf(usesOf[kind], key) - best) / halfLife);
    return starred.has(key) ? Math.max(used, ofFavourite) : used;
  };
}
