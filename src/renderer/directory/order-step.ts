import type { AppState } from '../../shared/app-state.ts';
import type { CommandInput } from '../../shared/contract.ts';
import { moved } from '../labels/moved.ts';
import type { Row } from './directory-index.ts';
import { tenantsInOrder } from '../../shared/tenant-order.ts';

/** What there is to be put in order. */
export type Orderable = Pick<AppState, 'accounts' | 'tenants' | 'arrangement'>;

/** The command that puts a row's account or tenant one place further. */
export type OrderStep =
  | { readonly kind: 'order-accounts'; readonly input: CommandInput<'order-accounts'> }
  | { readonly kind: 'order-tenants'; readonly input: CommandInput<'order-tenants'> };

/** None at the end of the list, and none for a subscription: those stand by their names. */
export function orderStep(
  row: Row,
  way: 'up' | 'down',
  { accounts, tenants, arrangement }: Orderable,
): OrderStep | undefined {
  if (row.kind === 'subscription') return undefined;
  if (row.kind === 'account') {
    const accountKeys = moved(keysOf(accounts), row.key, way);
    return accountKeys && { kind: 'order-accounts', input: { accountKeys: [...accountKeys] } };
  }
  const { key, accountKey } = row.tenant;
  const owner = accounts.find((account) => account.key === accountKey);
  const siblings = owner ? tenantsInOrder(owner, tenants, arrangement.tenantOrder) : [];
  const tenantKeys = moved(keysOf(siblings), key, way);
  return (
    tenantKeys && { kind: 'order-tenants', input: { accountKey, tenantKeys: [...tenantKeys] } }
  );
}

function keysOf(all: readonly { readonly key: string }[]): readonly string[] {
  return all.map(({ key }) => key);
}
