import type { Arrangement } from './app-state.ts';
import { inOrder } from './in-order.ts';
import type { Account, Tenant } from './model.ts';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** As people count and spell: "Team 9" stands before "Team 10". */
export const compareNames = (one: string, other: string): number => collator.compare(one, other);

/** The tenants of an account as the person put them in order; else its home first, then by name. */
export function tenantsInOrder(
  { key, homeTenantId }: Account,
  tenants: readonly Tenant[],
  tenantOrder: Arrangement['tenantOrder'],
): readonly Tenant[] {
  const byName = tenants
    .filter(({ accountKey }) => accountKey === key)
    .toSorted((one, other) => {
      const home = Number(other.tenantId === homeTenantId) - Number(one.tenantId === homeTenantId);
      return home !== 0 ? home : compareNames(one.displayName, other.displayName);
    });
  return inOrder(byName, tenantOrder[key] ?? []);
}
