import { useMemo } from 'react';
import type { Account, Subscription, Tenant } from '../../shared/model.ts';
import { useSlice } from '../state/window-context.ts';

export interface ChosenDefault {
  readonly subscription: Subscription;
  readonly tenant: Tenant | undefined;
  readonly account: Account | undefined;
}

/** The default subscription with what it belongs to; undefined when none is chosen or it is not in the list. */
export function useDefault(): ChosenDefault | undefined {
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants');
  const subscriptions = useSlice('subscriptions');
  const { defaultSubscriptionKey } = useSlice('selection');
  return useMemo(() => {
    if (defaultSubscriptionKey === undefined) return undefined;
    const subscription = subscriptions.find(({ key }) => key === defaultSubscriptionKey);
    if (subscription === undefined) return undefined;
    return {
      subscription,
      tenant: tenants.find(({ key }) => key === subscription.tenantKey),
      account: accounts.find(({ key }) => key === subscription.accountKey),
    };
  }, [accounts, defaultSubscriptionKey, subscriptions, tenants]);
}
