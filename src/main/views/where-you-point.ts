import type { AppState } from '../../shared/app-state.ts';
import type { Colour } from '../../shared/colour.ts';
import type { Context, ReachedPlace } from '../../shared/context.ts';
import { covers } from '../../shared/context.ts';
import { accountLabel } from '../../shared/format.ts';
import { shownName } from '../../shared/label.ts';

/** The names that a place has in menus and tooltips. */
export interface NamedPlace {
  /** Nothing where the place is a whole tenant. */
  readonly subscription?: string | undefined;
  readonly tenant: string;
  readonly account: string;
  /** The person's own colour: of the tenant, else of the account. */
  readonly colour?: Colour | undefined;
  readonly production: boolean;
}

/** The default, as a person has to know it at a glance. */
export type WhereYouPoint =
  | { readonly kind: 'nowhere' }
  /** The default that vanished. */
  | { readonly kind: 'lost'; readonly displayName: string }
  | {
      readonly kind: 'place';
      readonly place: NamedPlace;
      /** The context that is the default. */
      readonly context?: Context | undefined;
    };

export function whereYouPoint(state: AppState): WhereYouPoint {
  const { selection, contexts, accounts, subscriptions } = state;
  if (selection.lost) return { kind: 'lost', displayName: selection.lost.displayName };
  const context = contexts.list.find(({ id }) => id === contexts.currentId);
  const tenantWide = context?.subscriptionId === undefined ? context : undefined;
  const chosen = subscriptions.find(({ key }) => key === selection.defaultSubscriptionKey);
  const where = chosen ?? tenantWide;
  if (!where || !accounts.some(({ key }) => key === where.accountKey)) return { kind: 'nowhere' };
  const place = namedPlace(state, where);
  return { kind: 'place', context, place: { ...place, colour: context?.colour ?? place.colour } };
}

export function namedPlace(state: AppState, where: ReachedPlace): NamedPlace {
  const { accounts, tenants, subscriptions, contexts, arrangement } = state;
  const { accountKey, tenantId, subscriptionId } = where;
  const isThere = (one: ReachedPlace): boolean =>
    one.accountKey === accountKey && one.tenantId === tenantId;
  const account = accounts.find(({ key }) => key === accountKey);
  const tenant = tenants.find(isThere);
  const subscription = subscriptions.find(
    (one) => isThere(one) && one.subscriptionId === subscriptionId,
  );
  const ofTenant = tenant && arrangement.labels[tenant.key];
  const ofAccount = arrangement.labels[accountKey];
  return {
    subscription: subscription?.displayName,
    tenant: shownName(ofTenant, tenant?.displayName ?? tenantId),
    account: shownName(ofAccount, account ? accountLabel(account) : ''),
    colour: ofTenant?.colour ?? ofAccount?.colour,
    production: contexts.list.some((context) => context.production && covers(context, where)),
  };
}
