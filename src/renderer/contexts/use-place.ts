import type { Context } from '../../shared/context.ts';
import { accountLabel } from '../../shared/format.ts';
import { fullName } from '../../shared/label.ts';
import { subscriptionKeyOf, tenantKeyOf } from '../../shared/model.ts';
import { useSlice } from '../state/window-context.ts';

export type Place = Pick<Context, 'accountKey' | 'tenantId' | 'subscriptionId'>;

/** What a place is called; ids stand for what is not in the list. */
export interface PlaceNames {
  /** None for a tenant as a whole. */
  readonly subscription: string | undefined;
  readonly tenant: string;
  readonly account: string;
  readonly isThere: boolean;
}

export function usePlace(place: Place, username?: string): PlaceNames {
  const { accountKey, tenantId, subscriptionId } = place;
  const account = useSlice('accounts').find(({ key }) => key === accountKey);
  const tenantKey = tenantKeyOf(accountKey, tenantId);
  const tenant = useSlice('tenants').find(({ key }) => key === tenantKey);
  const { labels } = useSlice('arrangement');
  const key =
    subscriptionId === undefined ? undefined : subscriptionKeyOf(tenantKey, subscriptionId);
  const subscription = useSlice('subscriptions').find((one) => one.key === key);
  return {
    subscription: subscription?.displayName ?? subscriptionId,
    tenant: fullName(labels[tenantKey], tenant?.displayName || tenantId),
    account: account
      ? fullName(labels[account.key], accountLabel(account))
      : `${username ?? accountKey} (not signed in)`,
    isThere: account !== undefined && (key === undefined || subscription !== undefined),
  };
}
