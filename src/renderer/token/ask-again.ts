import type { IssuedToken } from '../../shared/app-state.ts';
import type { CommandInput } from '../../shared/contract.ts';
import type { Subscription, Tenant } from '../../shared/model.ts';

/** The command that asks for the like of an issued token; undefined when what it was for is gone. */
export function askAgain(
  issued: IssuedToken,
  subscriptions: readonly Subscription[],
  tenants: readonly Tenant[],
): CommandInput<'issue-token'> | undefined {
  const { audience } = issued;
  const subscription = subscriptions.find(
    ({ accountKey, tenantId, subscriptionId }) =>
      accountKey === issued.accountKey &&
      tenantId === issued.tenantId &&
      subscriptionId === issued.subscriptionId,
  );
  if (subscription !== undefined)
    return { audience, target: { kind: 'subscription', subscriptionKey: subscription.key } };
  const tenant = tenants.find(
    ({ accountKey, tenantId }) => accountKey === issued.accountKey && tenantId === issued.tenantId,
  );
  return tenant && { audience, target: { kind: 'tenant', tenantKey: tenant.key } };
}
