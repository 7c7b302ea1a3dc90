import type { AppState } from '../../shared/app-state.ts';
import { accountLabel, countOf } from '../../shared/format.ts';
import { shownName } from '../../shared/label.ts';
import type { Account, Subscription, Tenant } from '../../shared/model.ts';
import { byUse } from '../../shared/usage.ts';
import { compareNames, tenantsInOrder } from '../../shared/tenant-order.ts';
import type { MenuLine } from './menu-line.ts';
import { inGroups, shorten, showPalette } from './menu-line.ts';
import { namedPlace } from './where-you-point.ts';

/** As many subscriptions as can be read without opening one menu after the other. */
const atOneGlance = 12;
const tenantsAtMost = 20;
const inTenantAtMost = 20;
const contextsAtMost = 15;
const nearAtMost = 10;
const recentsAtMost = 5;

const find: MenuLine = { kind: 'act', label: 'Find…', act: showPalette };

/** Where else one could point: favourites and what is used most, contexts, then all that can be reached, as a menu can hold it. */
export function switchLines(state: AppState): readonly MenuLine[] {
  const groups = tenantGroups(state);
  const total = groups.reduce((sum, { subscriptions }) => sum + subscriptions.length, 0);
  const reached =
    total <= atOneGlance
      ? groups.map((group) => headed(state, group))
      : [groups.slice(0, tenantsAtMost).map((group) => folded(state, group))];
  const left = groups.length - tenantsAtMost;
  const more: readonly MenuLine[] =
    total > atOneGlance && left > 0
      ? [{ kind: 'text', label: `${countOf(left, 'more tenant')} in the window` }]
      : [];
  const near = total <= atOneGlance ? [] : [...favourites(state), ...recents(state)];
  return inGroups(namedLines(state, near.slice(0, nearAtMost)), contextLines(state), ...reached, [
    ...more,
    find,
  ]);
}

const isFavourite = ({ arrangement }: AppState, { key }: Subscription): boolean =>
  arrangement.favourites.includes(key);

const favourites = (state: AppState): readonly Subscription[] =>
  state.subscriptions
    .filter((one) => isFavourite(state, one))
    .toSorted((one, other) => compareNames(one.displayName, other.displayName));

/** What is used most, as far as it is no favourite. */
function recents(state: AppState): readonly Subscription[] {
  const { subscriptions, usage } = state;
  const used = subscriptions.filter(
    (one) => one.key in usage.subscriptions && !isFavourite(state, one),
  );
  return byUse(used, usage.subscriptions, ({ key }) => key).slice(0, recentsAtMost);
}

/** Subscriptions of any tenant, which therefore say theirs. */
function namedLines(state: AppState, subscriptions: readonly Subscription[]): readonly MenuLine[] {
  return subscriptions.map((one) => {
    const { tenant, account, colour } = namedPlace(state, one);
    const where = state.accounts.length < 2 ? tenant : `${tenant} · ${account}`;
    const star = isFavourite(state, one) ? '★ ' : '';
    return {
      kind: 'act',
      label: `${star}${shorten(one.displayName, 40)} – ${shorten(where, 30)}`,
      act: { kind: 'run', name: 'choose-default', input: { subscriptionKey: one.key } },
      colour,
      chosen: one.key === state.selection.defaultSubscriptionKey,
    };
  });
}

/** By their names; where there are too many, those that are used most. */
function contextLines({ contexts, usage }: AppState): readonly MenuLine[] {
  const most = byUse(contexts.list, usage.contexts, ({ id }) => id).slice(0, contextsAtMost);
  const shown = contexts.list.filter((one) => most.includes(one));
  return shown.map(({ id, name, colour, production }) => ({
    kind: 'act',
    label: production ? `${shorten(name)} (production)` : shorten(name),
    act: { kind: 'run', name: 'use-context', input: { contextId: id } },
    colour,
    chosen: id === contexts.currentId,
  }));
}

/** A tenant with what is in it. */
interface TenantGroup {
  readonly account: Account;
  readonly tenant: Tenant;
  readonly subscriptions: readonly Subscription[];
}

/** Every tenant that has subscriptions, in the person's own order. */
function tenantGroups(state: AppState): readonly TenantGroup[] {
  const { accounts, tenants, subscriptions, arrangement } = state;
  const inTenant = Map.groupBy(subscriptions, ({ tenantKey }) => tenantKey);
  return accounts.flatMap((account) =>
    tenantsInOrder(account, tenants, arrangement.tenantOrder).flatMap((tenant) => {
      const found = inTenant.get(tenant.key) ?? [];
      const byName = found.toSorted((one, other) =>
        compareNames(one.displayName, other.displayName),
      );
      return byName.length > 0 ? [{ account, tenant, subscriptions: byName }] : [];
    }),
  );
}

/** The tenant's name, with its account's where there are several. */
function groupName({ accounts, arrangement }: AppState, { account, tenant }: TenantGroup): string {
  const name = shownName(arrangement.labels[tenant.key], tenant.displayName);
  if (accounts.length < 2) return shorten(name);
  return shorten(`${name} · ${shownName(arrangement.labels[account.key], accountLabel(account))}`);
}

const colourOf = ({ arrangement: { labels } }: AppState, { account, tenant }: TenantGroup) =>
  labels[tenant.key]?.colour ?? labels[account.key]?.colour;

function headed(state: AppState, group: TenantGroup): readonly MenuLine[] {
  return [
    { kind: 'text', label: groupName(state, group), colour: colourOf(state, group) },
    ...subscriptionLines(state, group.subscriptions),
  ];
}

function folded(state: AppState, group: TenantGroup): MenuLine {
  const left = group.subscriptions.length - inTenantAtMost;
  const shown = subscriptionLines(state, group.subscriptions.slice(0, inTenantAtMost));
  const more: readonly MenuLine[] =
    left > 0 ? [{ kind: 'act', label: `Find ${left} more…`, act: showPalette }] : [];
  return {
    kind: 'menu',
    label: groupName(state, group),
    colour: colourOf(state, group),
    lines: inGroups(shown, more),
  };
}

function subscriptionLines(
  { selection }: AppState,
  subscriptions: readonly Subscription[],
): readonly MenuLine[] {
  return subscriptions.map(({ key, displayName }) => ({
    kind: 'act',
    label: shorten(displayName),
    act: { kind: 'run', name: 'choose-default', input: { subscriptionKey: key } },
    chosen: key === selection.defaultSubscriptionKey,
  }));
}
