import type { Usage, Uses } from '../../shared/usage.ts';
import { audienceKey, nothingUsed, withoutUses, withUse } from '../../shared/usage.ts';
import type { Used } from './events.ts';

/** What happens to the slice, for the reducer. */

export function withUsed(usage: Usage, used: Used): Usage {
  const { at, subscriptionKey, tenantKey, contextId, audience } = used;
  const more = (uses: Uses, name: string | undefined): Uses =>
    name === undefined ? uses : withUse(uses, name, at);
  return changed(usage, {
    subscriptions: more(usage.subscriptions, subscriptionKey),
    tenants: more(usage.tenants, tenantKey),
    contexts: more(usage.contexts, contextId),
    audiences: more(usage.audiences, audience && audienceKey(audience)),
  });
}

/** Contexts outlast their account, and so does what is known of them; services are no account's, and go with the last one. */
export function withoutUsageOf(usage: Usage, accountKey: string, isLast: boolean): Usage {
  const isGone = (key: string): boolean => key.startsWith(`${accountKey}/`);
  return changed(usage, {
    subscriptions: withoutUses(usage.subscriptions, isGone),
    tenants: withoutUses(usage.tenants, isGone),
    audiences: isLast ? nothingUsed.audiences : usage.audiences,
  });
}

export const withoutContextUsage = (usage: Usage, contextId: string): Usage =>
  changed(usage, { contexts: withoutUses(usage.contexts, (id) => id === contextId) });

/** The slice stays the same object when nothing in it is another. */
function changed(usage: Usage, change: Partial<Usage>): Usage {
  const next = { ...usage, ...change };
  const names = Object.keys(usage) as (keyof Usage)[];
  return names.some((name) => next[name] !== usage[name]) ? next : usage;
}
