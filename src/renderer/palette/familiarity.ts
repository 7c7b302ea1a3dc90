import type { Usage } from '../../shared/usage.ts';
import { halfLife, rankOf } from '../../shared/usage.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** How much a thing is used, from 0 (never) to 1 (the most of all). */
export function familiarity(usage: Usage): (entry: PaletteEntry) => number {
  const usesOf = {
    subscription: usage.subscriptions,
    tenant: usage.tenants,
    context: usage.contexts,
  };
  const ranks = Object.values(usesOf).flatMap((uses) =>
    Object.keys(uses).map((name) => rankOf(uses, name)),
  );
  if (ranks.length === 0) return () => 0;
  const best = Math.max(...ranks);
  return ({ kind, key }) =>
    kind === 'account' || kind === 'command'
      ? 0
      : 2 ** ((rankOf(usesOf[kind], key) - best) / halfLife);
}
