import type { Directory } from '../../../src/main/core/ports/azure.ts';
import type { Account } from '../../../src/shared/model.ts';

/** What an application sees: the names of its tenants, and of the subscriptions in its own. */
export async function reachAtHome(directory: Directory, account: Account): Promise<unknown> {
  const { signal } = new AbortController();
  const found = await directory.tenants(account, signal);
  const subscriptions = await directory.subscriptions(account, account.homeTenantId, signal);
  return [
    found.ok && found.value.map(({ displayName }) => displayName),
    subscriptions.ok && subscriptions.value.map(({ displayName }) => displayName),
  ];
}
