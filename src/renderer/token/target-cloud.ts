import type { Cloud } from '../../shared/cloud.ts';
import { cloudNamed, currentCloud } from '../../shared/cloud.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import { useDefault } from '../default/use-default.ts';
import { useSlice } from '../state/window-context.ts';

/** The cloud that a target is in, which decides the addresses of the services there. */
export function useTargetCloud(target: TokenTarget): Cloud {
  const clouds = useSlice('clouds');
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants');
  const subscriptions = useSlice('subscriptions');
  const { list, currentId } = useSlice('contexts');
  const chosen = useDefault();
  const ownerOf = (contextId: string | undefined): string | undefined =>
    list.find(({ id }) => id === contextId)?.accountKey;
  const accountKeyOf = (): string | undefined => {
    switch (target.kind) {
      case 'default':
        return chosen?.account?.key ?? ownerOf(currentId);
      case 'context':
        return ownerOf(target.contextId);
      case 'subscription':
        return subscriptions.find(({ key }) => key === target.subscriptionKey)?.accountKey;
      case 'tenant':
        return tenants.find(({ key }) => key === target.tenantKey)?.accountKey;
      case 'any-tenant':
        return target.accountKey;
    }
  };
  const accountKey = accountKeyOf();
  const account = accounts.find(({ key }) => key === accountKey);
  return cloudNamed(clouds.known, account?.cloud ?? clouds.current) ?? currentCloud(clouds);
}
