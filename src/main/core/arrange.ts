import type { Label } from '../../shared/label.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import type { AppEvent } from './events.ts';
import { goneFromList } from './gone-from-list.ts';
import type { Store } from './store.ts';

/** The commands by which a person arranges the list: names and colours of their own, an order, and what is folded away. */
export function arrangingCommands(
  store: Store,
): Pick<
  CommandHandlers,
  | 'label-account'
  | 'label-tenant'
  | 'order-accounts'
  | 'order-tenants'
  | 'collapse-tenant'
  | 'set-favourite'
> {
  const applied = (event: AppEvent): Result<null> => {
    store.apply(event);
    return succeed(null);
  };
  const labelled = (key: string, { nickname, colour }: Label): Result<null> =>
    applied({ kind: 'labelled', key, label: { nickname, colour } });

  return {
    async 'label-account'({ accountKey, ...label }) {
      return hasAccount(store, accountKey) ? labelled(accountKey, label) : fail(noSuchAccount);
    },
    async 'label-tenant'({ tenantKey, ...label }) {
      return hasTenant(store, tenantKey) ? labelled(tenantKey, label) : fail(noSuchTenant);
    },
    async 'order-accounts'({ accountKeys }) {
      return applied({ kind: 'accounts-ordered', accountKeys });
    },
    async 'order-tenants'({ accountKey, tenantKeys }) {
      if (!hasAccount(store, accountKey)) return fail(noSuchAccount);
      const isOfAccount = (key: string): boolean => key.startsWith(`${accountKey}/`);
      return tenantKeys.every(isOfAccount)
        ? applied({ kind: 'tenants-ordered', accountKey, tenantKeys })
        : fail(noSuchTenant);
    },
    async 'collapse-tenant'({ tenantKey, collapsed }) {
      return hasTenant(store, tenantKey)
        ? applied({ kind: 'tenant-collapsed', tenantKey, collapsed })
        : fail(noSuchTenant);
    },
    async 'set-favourite'({ subscriptionKey, favourite }) {
      const found = store.state().subscriptions.some(({ key }) => key === subscriptionKey);
      return found || !favourite
        ? applied({ kind: 'favourite-changed', subscriptionKey, favourite })
        : fail(goneFromList);
    },
  };
}

function hasAccount(store: Store, accountKey: string): boolean {
  return store.state().accounts.some(({ key }) => key === accountKey);
}

function hasTenant(store: Store, tenantKey: string): boolean {
  return store.state().tenants.some(({ key }) => key === tenantKey);
}

const noSuchAccount: Problem = {
  kind: 'not-signed-in',
  message: 'This account is no longer signed in.',
};

const noSuchTenant: Problem = {
  kind: 'unknown-tenant',
  message: 'This tenant is not in the list of the account. Refresh the list and try again.',
  remedy: { kind: 'refresh' },
};
