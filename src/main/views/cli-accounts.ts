import { azureCliUser } from '../../shared/azure-cli-user.ts';
import type { AppState } from '../../shared/app-state.ts';
import type { Json } from '../../shared/json.ts';
import type { Account, Subscription, Tenant } from '../../shared/model.ts';
import type { CliAnswer, CliRow } from './cli-format.ts';

/** Which key the cloud's name has: `account show` says `environmentName`, `account list` says `cloudName`. */
type CloudKey = 'environmentName' | 'cloudName';

/** `account show`: one subscription as Azure CLI's profile has it (`_profile.py`, `_normalize_properties`). */
export function accountShow(state: AppState, subscription: Subscription): CliAnswer {
  return { value: entry(state, subscription, 'environmentName') };
}

/** `account list` and `login`: subscriptions with the columns of Azure CLI's `transform_account_list`. */
export function accountList(state: AppState, subscriptions: readonly Subscription[]): CliAnswer {
  const entries = subscriptions.map((one) => entry(state, one, 'cloudName'));
  return { value: entries, table: entries.map(listRow) };
}

/** `account tenant list`: one entry for each tenant of each account. */
export function tenantList(state: AppState): CliAnswer {
  const accounts = new Map(state.accounts.map((account) => [account.key, account]));
  const entries = state.tenants.map((tenant) => ({
    defaultDomain: tenant.defaultDomain,
    displayName: tenant.displayName,
    id: `/tenants/${tenant.tenantId}`,
    state: tenantState(tenant),
    tenantId: tenant.tenantId,
    user: userOf(accounts.get(tenant.accountKey)),
  }));
  return {
    value: entries,
    table: entries.map(({ displayName, defaultDomain, tenantId, state: tenantStatus, user }) => ({
      DisplayName: displayName,
      DefaultDomain: defaultDomain,
      TenantId: tenantId,
      State: tenantStatus,
      User: user.name,
    })),
  };
}

/** `Ready`, `Loading`, or the provider's code for why its subscriptions could not be listed. */
function tenantState({ status }: Tenant): string {
  if (status.kind === 'failed') return status.problem.code ?? status.problem.kind;
  return status.kind === 'ready' ? 'Ready' : 'Loading';
}

const userOf = (account: Account | undefined) => ({ ...azureCliUser(account) });

type Entry = Readonly<Record<string, Json>>;

/** Keys in the order of Azure CLI's own file, which a table of `--query @` shows. */
function entry(state: AppState, subscription: Subscription, cloudKey: CloudKey): Entry {
  const account = state.accounts.find((one) => one.key === subscription.accountKey);
  const tenant = state.tenants.find((one) => one.key === subscription.tenantKey);
  const cloudName = account?.cloud ?? state.clouds.current;
  const homeTenantId = subscription.homeTenantId ?? subscription.tenantId;
  const managedByTenants = subscription.managedByTenantIds.map((tenantId) => ({ tenantId }));
  return {
    id: subscription.subscriptionId,
    name: subscription.displayName,
    state: subscription.state,
    user: userOf(account),
    isDefault: subscription.key === state.selection.defaultSubscriptionKey,
    tenantId: subscription.tenantId,
    ...(cloudKey === 'environmentName' && { environmentName: cloudName }),
    homeTenantId,
    ...(tenant && {
      tenantDefaultDomain: tenant.defaultDomain,
      tenantDisplayName: tenant.displayName,
    }),
    managedByTenants,
    ...(cloudKey === 'cloudName' && { cloudName }),
  };
}

function listRow(one: Entry): CliRow {
  return {
    Name: one['name'] ?? null,
    CloudName: one['cloudName'] ?? null,
    SubscriptionId: one['id'] ?? null,
    TenantId: one['tenantId'] ?? null,
    State: one['state'] ?? null,
    IsDefault: one['isDefault'] ?? null,
  };
}
