import type { Arrangement } from '../../shared/app-state.ts';
import type { Account, Subscription, Tenant } from '../../shared/model.ts';
import type { Problem } from '../../shared/problem.ts';
import { compareNames, tenantsInOrder } from '../../shared/tenant-order.ts';

/** One line of the list. */
export type Row =
  | {
      readonly kind: 'account';
      readonly key: string;
      readonly account: Account;
      /** How many tenants it reaches. */
      readonly count: number;
    }
  | {
      readonly kind: 'tenant';
      readonly key: string;
      readonly tenant: Tenant;
      readonly count: number;
      /** Whether what is in it is folded away; nothing can be while something is looked for. */
      readonly collapsed: boolean | undefined;
    }
  | { readonly kind: 'unread'; readonly key: string; readonly tenant: Tenant }
  | { readonly kind: 'loading'; readonly key: string; readonly tenant: Tenant }
  | { readonly kind: 'empty'; readonly key: string; readonly tenant: Tenant }
  | {
      readonly kind: 'problem';
      readonly key: string;
      readonly tenant: Tenant;
      readonly problem: Problem;
    }
  | {
      readonly kind: 'subscription';
      readonly key: string;
      readonly tenant: Tenant;
      readonly subscription: Subscription;
    };

export type SubscriptionRow = Extract<Row, { readonly kind: 'subscription' }>;

export interface Entry {
  readonly row: SubscriptionRow;
  /** Lowercase name and id; what a filter looks through. */
  readonly text: string;
}

export interface TenantGroup {
  readonly header: Extract<Row, { readonly kind: 'tenant' }>;
  /** The header while something is looked for. */
  readonly foundHeader: Extract<Row, { readonly kind: 'tenant' }>;
  /** What stands below the header when it is not a subscription: loading, a problem, nothing. */
  readonly status: Row | undefined;
  readonly text: string;
  readonly entries: readonly Entry[];
}

export interface AccountGroup {
  /** None while there is one account: its name would only repeat itself. */
  readonly header: Row | undefined;
  readonly text: string;
  readonly tenants: readonly TenantGroup[];
}

/** The whole list, ready to be filtered: everything that a keystroke needs is computed once per change of state. */
export interface DirectoryIndex {
  readonly accounts: readonly AccountGroup[];
  readonly total: number;
}

export function indexDirectory(
  accounts: readonly Account[],
  tenants: readonly Tenant[],
  subscriptions: readonly Subscription[],
  { labels, tenantOrder, collapsed }: Arrangement,
): DirectoryIndex {
  const byTenant = Map.groupBy(subscriptions, (subscription) => subscription.tenantKey);
  const folded = new Set(collapsed);
  const searchable = (key: string, ...names: readonly string[]): string =>
    [labels[key]?.nickname ?? '', ...names].join('\n').toLowerCase();
  return {
    total: subscriptions.length,
    accounts: accounts.map((account) => {
      const { key, username, displayName } = account;
      const reached = tenantsInOrder(account, tenants, tenantOrder);
      const header = { kind: 'account', key, account, count: reached.length } as const;
      return {
        header: accounts.length > 1 ? header : undefined,
        text: searchable(key, username, displayName),
        tenants: reached.map((tenant) => {
          const names = [tenant.displayName, tenant.defaultDomain, tenant.tenantId];
          const text = searchable(tenant.key, ...names);
          return tenantGroup(tenant, byTenant.get(tenant.key) ?? [], text, folded.has(tenant.key));
        }),
      };
    }),
  };
}

function tenantGroup(
  tenant: Tenant,
  subscriptions: readonly Subscription[],
  text: string,
  collapsed: boolean,
): TenantGroup {
  const entries = subscriptions
    .map((subscription): Entry => ({
      row: { kind: 'subscription', key: subscription.key, tenant, subscription },
      text: `${subscription.displayName}\n${subscription.subscriptionId}`.toLowerCase(),
    }))
    .sort((one, other) => byName(one.row.subscription, other.row.subscription));
  const header = { kind: 'tenant', key: tenant.key, tenant, count: entries.length } as const;
  return {
    header: { ...header, collapsed },
    foundHeader: { ...header, collapsed: undefined },
    status: statusRow(tenant, entries.length),
    text,
    entries,
  };
}

function statusRow(tenant: Tenant, count: number): Row | undefined {
  const key = `${tenant.key}#status`;
  switch (tenant.status.kind) {
    case 'unread':
      return count > 0 ? undefined : { kind: 'unread', key, tenant };
    case 'loading':
      return count > 0 ? undefined : { kind: 'loading', key, tenant };
    case 'failed':
      // Without a network every tenant would say the same; the list's foot says it once.
      return tenant.status.problem.kind === 'offline' && count > 0
        ? undefined
        : { kind: 'problem', key, tenant, problem: tenant.status.problem };
    case 'ready':
      return count > 0 ? undefined : { kind: 'empty', key, tenant };
  }
}

/** "Team 9" stands before "Team 10", as people count; of two with one name the id decides, so that they never swap. */
function byName(one: Subscription, other: Subscription): number {
  const names = compareNames(one.displayName, other.displayName);
  return names !== 0 ? names : one.subscriptionId < other.subscriptionId ? -1 : 1;
}
