import type { Arrangement } from '../../shared/app-state.ts';
import type { Label } from '../../shared/label.ts';

export const nothingArranged: Arrangement = {
  labels: {},
  tenantOrder: {},
  collapsed: [],
  favourites: [],
};

/** With a label in the place of the one before; an empty one is none. */
export function withLabel(arrangement: Arrangement, key: string, label: Label): Arrangement {
  const { nickname, colour } = label;
  const labels = without(arrangement.labels, (one) => one === key);
  return nickname === undefined && colour === undefined
    ? { ...arrangement, labels }
    : { ...arrangement, labels: { ...labels, [key]: { nickname, colour } } };
}

export function withTenantOrder(
  arrangement: Arrangement,
  accountKey: string,
  tenantKeys: readonly string[],
): Arrangement {
  return { ...arrangement, tenantOrder: { ...arrangement.tenantOrder, [accountKey]: tenantKeys } };
}

export function withCollapsed(
  arrangement: Arrangement,
  tenantKey: string,
  collapsed: boolean,
): Arrangement {
  const others = arrangement.collapsed.filter((key) => key !== tenantKey);
  return { ...arrangement, collapsed: collapsed ? [...others, tenantKey] : others };
}

export function withFavourite(
  arrangement: Arrangement,
  subscriptionKey: string,
  favourite: boolean,
): Arrangement {
  const others = arrangement.favourites.filter((key) => key !== subscriptionKey);
  return { ...arrangement, favourites: favourite ? [...others, subscriptionKey] : others };
}

/** What was said of an account and of its tenants goes with the account. */
export function withoutArrangementOf(arrangement: Arrangement, accountKey: string): Arrangement {
  const isGone = (key: string): boolean => key === accountKey || key.startsWith(`${accountKey}/`);
  const { labels, tenantOrder, collapsed, favourites } = arrangement;
  const keys = [...Object.keys(labels), ...Object.keys(tenantOrder), ...collapsed, ...favourites];
  if (!keys.some(isGone)) return arrangement;
  return {
    labels: without(labels, isGone),
    tenantOrder: without(tenantOrder, isGone),
    collapsed: collapsed.filter((key) => !isGone(key)),
    favourites: favourites.filter((key) => !isGone(key)),
  };
}

function without<T>(
  record: Readonly<Record<string, T>>,
  isGone: (key: string) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !isGone(key)));
}
