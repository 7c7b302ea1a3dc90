import type { AppState } from '../../../src/shared/app-state.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { clouds, publicCloud } from '../../../src/shared/cloud.ts';
import type { Account, Subscription, Tenant } from '../../../src/shared/model.ts';
import { subscriptionKeyOf, tenantKeyOf } from '../../../src/shared/model.ts';
import { initialState } from '../../../src/main/core/initial-state.ts';

/** A small world: Ada and Bob, who meet in one subscription. */
export function account(name: string): Account {
  return {
    kind: 'user',
    key: `AzureCloud/${name}`,
    cloud: 'AzureCloud',
    homeAccountId: name,
    homeTenantId: 'home',
    username: `${name}@contoso.com`,
    displayName: name,
    session: { kind: 'active' },
  };
}

export function tenant(of: Account, tenantId: string): Tenant {
  return {
    key: tenantKeyOf(of.key, tenantId),
    accountKey: of.key,
    tenantId,
    displayName: `The ${tenantId}`,
    defaultDomain: `${tenantId}.com`,
    status: { kind: 'ready' },
  };
}

export function subscription(
  of: Tenant,
  subscriptionId: string,
  displayName: string,
  more: Partial<Subscription> = {},
): Subscription {
  return {
    key: subscriptionKeyOf(of.key, subscriptionId),
    accountKey: of.accountKey,
    tenantKey: of.key,
    tenantId: of.tenantId,
    subscriptionId,
    displayName,
    state: 'Enabled',
    managedByTenantIds: [],
    ...more,
  };
}

export function stateWith(slices: Partial<AppState>): AppState {
  const about = {
    version: '1.2.3',
    host: 'headless' as const,
    restored: true,
  };
  const known = { current: publicCloud.name, known: clouds };
  const vault = { kind: 'memory' as const, reason: 'No keyring.' };
  return { ...initialState(about, known, defaultSettings, vault), ...slices };
}
