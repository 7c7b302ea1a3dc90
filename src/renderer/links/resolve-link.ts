import type { AppState } from '../../shared/app-state.ts';
import type { Context, ReachedPlace } from '../../shared/context.ts';
import { covers, isCalled } from '../../shared/context.ts';
import type { LinkPlace } from '../../shared/link.ts';
import type { Tenant } from '../../shared/model.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';

/** Where a link leads, as the list has it. */
export type LinkTarget =
  | {
      readonly kind: 'found';
      readonly place: ReachedPlace;
      readonly target: Extract<TokenTarget, { kind: 'context' | 'subscription' | 'tenant' }>;
      readonly context: Context | undefined;
      readonly production: boolean;
    }
  | { readonly kind: 'not-found'; readonly message: string };

type Reached = Pick<AppState, 'accounts' | 'tenants' | 'subscriptions' | 'contexts'>;

/** Where exactly a link leads. Where several places fit, none is chosen for the person. */
export function resolveLink(state: Reached, link: LinkPlace): LinkTarget {
  if (link.context !== undefined) return contextTarget(state, link.context);
  const found = reachedBy(state, link);
  const [first] = found;
  if (!first) return notFound('This link leads to nothing that you reach.');
  if (found.length > 1) {
    return notFound('Several accounts or tenants reach what this link names. It has to name one.');
  }
  return {
    kind: 'found',
    ...first,
    context: undefined,
    production: isProduction(state, first.place),
  };
}

function contextTarget(state: Reached, name: string): LinkTarget {
  const context = state.contexts.list.find((one) => isCalled(one, name));
  if (!context) return notFound('This link names a context that you do not have.');
  const { accountKey, username, subscriptionId, production } = context;
  if (!state.accounts.some(({ key }) => key === accountKey)) {
    return notFound(`This link names a context of ${username}, who is not signed in.`);
  }
  // A whole tenant needs no row: it may be one that no list names.
  if (subscriptionId !== undefined && !state.subscriptions.some((one) => covers(context, one))) {
    return notFound('This link names a context whose subscription is not in the list.');
  }
  const target = { kind: 'context', contextId: context.id } as const;
  return { kind: 'found', place: context, target, context, production };
}

interface Found {
  readonly place: ReachedPlace;
  readonly target: Extract<TokenTarget, { kind: 'subscription' | 'tenant' }>;
}

function reachedBy(
  { accounts, tenants, subscriptions }: Reached,
  { subscription, tenant, account }: LinkPlace,
): readonly Found[] {
  const named = (one: string, wanted: string | undefined): boolean =>
    wanted === undefined || one.toLowerCase() === wanted.toLowerCase();
  const owners = new Set(
    accounts.filter(({ username }) => named(username, account)).map(({ key }) => key),
  );
  const inTenants = tenants.filter(
    ({ accountKey, tenantId, defaultDomain }: Tenant) =>
      owners.has(accountKey) && (named(tenantId, tenant) || named(defaultDomain, tenant)),
  );
  if (subscription === undefined) {
    return inTenants.map((place) => ({ place, target: { kind: 'tenant', tenantKey: place.key } }));
  }
  const keys = new Set(inTenants.map(({ key }) => key));
  return subscriptions
    .filter(
      ({ tenantKey, subscriptionId }) => keys.has(tenantKey) && named(subscriptionId, subscription),
    )
    .map((place) => ({ place, target: { kind: 'subscription', subscriptionKey: place.key } }));
}

const isProduction = ({ contexts }: Reached, place: ReachedPlace): boolean =>
  contexts.list.some((context) => context.production && covers(context, place));

const notFound = (message: string): LinkTarget => ({ kind: 'not-found', message });
