import type { AppState } from '../../shared/app-state.ts';
import type { Subscription, Tenant } from '../../shared/model.ts';

/** What happens to the list of tenants and subscriptions, for the reducer. */

/** A page of an account's tenants: known ones are renewed in their place, new ones come last. */
export function withTenants(
  state: AppState,
  accountKey: string,
  tenants: readonly Tenant[],
): AppState {
  if (!state.accounts.some((account) => account.key === accountKey)) return state;
  const arrived = new Map(tenants.map((tenant) => [tenant.key, tenant]));
  const known = new Set(state.tenants.map((tenant) => tenant.key));
  return {
    ...state,
    tenants: [
      ...state.tenants.map((tenant) => arrived.get(tenant.key) ?? tenant),
      ...tenants.filter((tenant) => !known.has(tenant.key)),
    ],
  };
}

/** The whole list of an account's tenants: what it does not name is gone. */
export function withoutOtherTenants(
  state: AppState,
  accountKey: string,
  tenantKeys: readonly string[],
): AppState {
  const kept = new Set(tenantKeys);
  const isGone = (owner: string, tenantKey: string): boolean =>
    owner === accountKey && !kept.has(tenantKey);
  if (!state.tenants.some((tenant) => isGone(tenant.accountKey, tenant.key))) return state;
  return {
    ...state,
    tenants: state.tenants.filter((tenant) => !isGone(tenant.accountKey, tenant.key)),
    subscriptions: state.subscriptions.filter(
      (subscription) => !isGone(subscription.accountKey, subscription.tenantKey),
    ),
  };
}

/** All subscriptions of a tenant. */
export function withSubscriptions(
  state: AppState,
  tenantKey: string,
  found: readonly Subscription[],
): AppState {
  if (!state.tenants.some((tenant) => tenant.key === tenantKey)) return state;
  return {
    ...withTenantStatus(state, tenantKey, { kind: 'ready' }),
    subscriptions: inTenantOrder(state, tenantKey, found),
  };
}

/** A tenant's subscriptions at the place of their tenant, whichever tenant answers first. */
function inTenantOrder(
  { tenants, subscriptions }: AppState,
  tenantKey: string,
  found: readonly Subscription[],
): readonly Subscription[] {
  const place = new Map(tenants.map((tenant, index) => [tenant.key, index]));
  const mine = place.get(tenantKey) ?? tenants.length;
  const others = subscriptions.filter((subscription) => subscription.tenantKey !== tenantKey);
  const next = others.findIndex(
    (subscription) => (place.get(subscription.tenantKey) ?? tenants.length) > mine,
  );
  return others.toSpliced(next === -1 ? others.length : next, 0, ...found);
}

export function withTenantStatus(
  state: AppState,
  tenantKey: string,
  status: Tenant['status'],
): AppState {
  return {
    ...state,
    tenants: state.tenants.map((tenant) =>
      tenant.key === tenantKey ? { ...tenant, status } : tenant,
    ),
  };
}

/** Nobody asks for an account's tenants any more. */
export function withNothingLoading(state: AppState, accountKey: string): AppState {
  const isLeft = (tenant: Tenant): boolean =>
    tenant.accountKey === accountKey && tenant.status.kind === 'loading';
  if (!state.tenants.some(isLeft)) return state;
  return {
    ...state,
    tenants: state.tenants.map((tenant) =>
      isLeft(tenant) ? { ...tenant, status: { kind: 'unread' } } : tenant,
    ),
  };
}
