import type { AppState } from '../../shared/app-state.ts';
import type { Context } from '../../shared/context.ts';
import { covers } from '../../shared/context.ts';
import { accountLabel } from '../../shared/format.ts';
import { shownName } from '../../shared/label.ts';
import { subscriptionKeyOf, tenantKeyOf } from '../../shared/model.ts';
import { paletteCommands } from './palette-commands.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { tokenFor } from './palette-entry.ts';

/** What of the state the palette goes by. */
export type Findable = Pick<
  AppState,
  'accounts' | 'tenants' | 'subscriptions' | 'contexts' | 'selection' | 'arrangement' | 'lock'
>;

/** Everything that can be found, contexts first and commands last. */
export function paletteEntries(state: Findable): readonly PaletteEntry[] {
  const named = namesIn(state);
  return [
    ...contextEntries(state, named),
    ...subscriptionEntries(state, named),
    ...tenantEntries(state, named),
    ...accountEntries(state),
    ...paletteCommands(state),
  ];
}

/** The names and colours of tenants with their accounts, by the tenants' keys: looked up ten thousand times. */
type Named = ReadonlyMap<
  string,
  Pick<PaletteEntry, 'where' | 'colour'> & { readonly name: string }
>;

function namesIn({ accounts, tenants, arrangement: { labels } }: Findable): Named {
  const owners = new Map(
    accounts.map((account) => [account.key, shownName(labels[account.key], accountLabel(account))]),
  );
  return new Map(
    tenants.map(({ key, accountKey, displayName, tenantId }) => {
      const name = shownName(labels[key], displayName || tenantId);
      const where = `${name} · ${owners.get(accountKey) ?? ''}`;
      return [key, { name, where, colour: labels[key]?.colour ?? labels[accountKey]?.colour }];
    }),
  );
}

function contextEntries({ contexts, subscriptions }: Findable, named: Named) {
  return contexts.list.map((context): PaletteEntry => {
    const { id, name, accountKey, tenantId, subscriptionId, colour, production } = context;
    const tenantKey = tenantKeyOf(accountKey, tenantId);
    const subscriptionKey =
      subscriptionId === undefined ? undefined : subscriptionKeyOf(tenantKey, subscriptionId);
    const subscription = subscriptions.find(({ key }) => key === subscriptionKey);
    const place = named.get(tenantKey);
    return {
      kind: 'context',
      key: id,
      name,
      where: [subscription?.displayName, place?.where ?? context.username]
        .filter((part) => part !== undefined)
        .join(' · '),
      also: '',
      guid: subscriptionId ?? tenantId,
      colour: colour ?? place?.colour,
      production,
      current: id === contexts.currentId,
      enter: { kind: 'use-context', contextId: id },
      token: {
        target: { kind: 'context', contextId: id },
        audience: context.audience ?? { kind: 'known', id: 'resource-manager' },
      },
      id:
        subscription === undefined
          ? place && { kind: 'tenant-id', tenantKey }
          : { kind: 'subscription-id', subscriptionKey: subscription.key },
    };
  });
}

function subscriptionEntries({ subscriptions, contexts, selection }: Findable, named: Named) {
  const guarded = contexts.list.filter(({ production }) => production);
  const isProduction = (place: Parameters<typeof covers>[1]): boolean =>
    guarded.some((context: Context) => covers(context, place));
  return subscriptions.map((subscription): PaletteEntry => {
    const { key, tenantKey, tenantId, subscriptionId, displayName } = subscription;
    const place = named.get(tenantKey);
    return {
      kind: 'subscription',
      key,
      name: displayName,
      where: place?.where ?? tenantId,
      also: '',
      guid: subscriptionId,
      colour: place?.colour,
      production: isProduction(subscription),
      current: key === selection.defaultSubscriptionKey,
      enter: { kind: 'choose-default', subscriptionKey: key },
      token: tokenFor({ kind: 'subscription', subscriptionKey: key }),
      id: { kind: 'subscription-id', subscriptionKey: key },
    };
  });
}

function tenantEntries({ tenants, accounts }: Findable, named: Named) {
  const owners = new Map(accounts.map((account) => [account.key, account]));
  return tenants.map((tenant): PaletteEntry => {
    const { key, tenantId, displayName, defaultDomain, accountKey } = tenant;
    const name = named.get(key)?.name ?? displayName;
    const owner = owners.get(accountKey);
    return {
      kind: 'tenant',
      key,
      name,
      where: [defaultDomain, owner && accountLabel(owner)].filter(Boolean).join(' · '),
      // Under a nickname a tenant is still found by its true name.
      also: name === displayName ? '' : displayName,
      guid: tenantId,
      colour: named.get(key)?.colour,
      enter: { kind: 'look-into', key, name },
      token: tokenFor({ kind: 'tenant', tenantKey: key }),
      id: { kind: 'tenant-id', tenantKey: key },
    };
  });
}

function accountEntries({ accounts, arrangement: { labels } }: Findable) {
  return accounts.map((account): PaletteEntry => {
    const { key, displayName, homeTenantId } = account;
    const label = accountLabel(account);
    const name = shownName(labels[key], label);
    return {
      kind: 'account',
      key,
      name,
      where: [name === label ? undefined : label, displayName]
        .filter((part) => part !== undefined && part !== '' && part !== name)
        .join(' · '),
      also: '',
      guid: homeTenantId,
      colour: labels[key]?.colour,
      enter: { kind: 'look-into', key, name },
    };
  });
}
