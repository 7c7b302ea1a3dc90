import type { AppState } from '../../shared/app-state.ts';
import type { Subscription } from '../../shared/model.ts';

export type FoundSubscription =
  | { readonly kind: 'one'; readonly subscription: Subscription }
  | { readonly kind: 'none' }
  /** Several subscriptions have this name. */
  | { readonly kind: 'several' };

/**
 * A subscription by its id or name, whatever the letters' case. The same subscription reached by two accounts or through
 * two tenants is several rows and no ambiguity: the default is preferred, then its account, then the tenant that owns it.
 * What the current cloud has is meant before what another one has, as Azure CLI sees only the current one.
 */
export function findSubscription(state: AppState, idOrName: string): FoundSubscription {
  const wanted = idOrName.toLowerCase();
  const everywhere = state.subscriptions.filter(
    (one) =>
      one.subscriptionId.toLowerCase() === wanted || one.displayName.toLowerCase() === wanted,
  );
  const here = inCurrentCloud(state, everywhere);
  const rows = here.length > 0 ? here : everywhere;
  const [first] = rows;
  if (!first) return { kind: 'none' };
  if (rows.some((one) => one.subscriptionId !== first.subscriptionId)) return { kind: 'several' };
  return { kind: 'one', subscription: meantRow(state, rows) ?? first };
}

/** Which of the rows of one subscription is meant. */
export function meantRow(state: AppState, rows: readonly Subscription[]): Subscription | undefined {
  const accountKey = accountInUse(state);
  return (
    rows.find((one) => one.key === state.selection.defaultSubscriptionKey) ??
    rows.find((one) => one.accountKey === accountKey) ??
    rows.find((one) => one.homeTenantId === one.tenantId) ??
    rows[0]
  );
}

/** The account of the default subscription, or of the whole tenant that the current context is. */
export const accountInUse = (state: AppState): string | undefined =>
  defaultSubscription(state)?.accountKey ??
  state.contexts.list.find(({ id }) => id === state.contexts.currentId)?.accountKey;

/** The row that an account sees, else what another one does. */
export const ofAccount = <Row extends { readonly accountKey: string }>(
  rows: readonly Row[],
  accountKey: string | undefined,
): Row | undefined => rows.find((one) => one.accountKey === accountKey) ?? rows[0];

/** Those of a list that are reached in the current cloud. */
export function inCurrentCloud(
  { accounts, clouds }: Pick<AppState, 'accounts' | 'clouds'>,
  subscriptions: readonly Subscription[],
): readonly Subscription[] {
  const here = accounts.filter(({ cloud }) => cloud === clouds.current);
  const keys = new Set(here.map(({ key }) => key));
  return subscriptions.filter(({ accountKey }) => keys.has(accountKey));
}

export function defaultSubscription(state: AppState): Subscription | undefined {
  return state.subscriptions.find((one) => one.key === state.selection.defaultSubscriptionKey);
}

/** The subscription that a command is about, or the sentence in Azure CLI's words (`_profile.py`, `get_subscription`). */
export function subscriptionFor(
  state: AppState,
  idOrName: string | undefined,
): { readonly subscription: Subscription } | { readonly complaint: string } {
  if (state.accounts.length === 0) return { complaint: notSignedIn };
  if (idOrName === undefined) {
    const subscription = defaultSubscription(state);
    return subscription ? { subscription } : { complaint: noDefault };
  }
  const found = findSubscription(state, idOrName);
  switch (found.kind) {
    case 'one':
      return found;
    case 'none':
      return {
        complaint: `Subscription '${idOrName}' not found. Check the spelling and casing and try again.`,
      };
    case 'several':
      return {
        complaint: `Multiple subscriptions with the name '${idOrName}' found. Specify the subscription ID.`,
      };
  }
}

/** The SDKs know these two by their words; see `AzureCliCredential` of each. */
const notSignedIn = "Please run 'az login' to setup account.";
const noDefault = "No subscription found. Run 'az account set' to select a subscription.";
