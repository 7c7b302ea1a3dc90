import type { AppState } from '../../shared/app-state.ts';
import type { Account, SessionLimit } from '../../shared/model.ts';
import type { HomeNames } from './ports/azure.ts';
import { withoutArrangementOf } from './arrangement.ts';
import { withoutAccount, withUsername } from './context-list.ts';
import { withoutUsageOf } from './usage.ts';

/** What happens to the list of accounts, for the reducer. */

/** A new account, or the new state of one that is there. Contexts outlast a sign-out, so theirs go by its name now. */
export function withAccount(state: AppState, account: Account): AppState {
  const { accounts } = state;
  const isKnown = accounts.some(({ key }) => key === account.key);
  return {
    ...state,
    accounts: isKnown
      ? accounts.map((one) => (one.key === account.key ? account : one))
      : [...accounts, account],
    contexts: withUsername(state.contexts, account),
  };
}

/** With an account everything goes that is known through it. */
export function withoutAllOf(state: AppState, gone: string): AppState {
  const stays = ({ accountKey }: { readonly accountKey: string }): boolean => accountKey !== gone;
  const accounts = state.accounts.filter(({ key }) => key !== gone);
  return {
    ...state,
    accounts,
    tenants: state.tenants.filter(stays),
    subscriptions: state.subscriptions.filter(stays),
    contexts: withoutAccount(state.contexts, gone),
    arrangement: withoutArrangementOf(state.arrangement, gone),
    usage: withoutUsageOf(state.usage, gone, accounts.length === 0),
    grants: state.grants.filter(stays),
  };
}

export function withSession(
  state: AppState,
  accountKey: string,
  session: Account['session'],
): AppState {
  const account = state.accounts.find(({ key }) => key === accountKey);
  if (!account || (account.session.kind === 'active' && session.kind === 'active')) return state;
  return withAccount(state, { ...account, session });
}

/** Somebody was renamed at the provider. */
export function withNames(state: AppState, { key, username, displayName }: HomeNames): AppState {
  const account = state.accounts.find((one) => one.key === key);
  if (!account) return state;
  if (account.username === username && account.displayName === displayName) return state;
  return withAccount(state, { ...account, username, displayName });
}

/** What a tenant said of how long its sign-ins last. */
export function withSessionLimit(
  state: AppState,
  accountKey: string,
  limit: SessionLimit,
): AppState {
  const account = state.accounts.find(({ key }) => key === accountKey);
  if (!account?.sessionFacts) return state;
  const { provedAt, limits } = account.sessionFacts;
  const known = limits.find(({ tenantId }) => tenantId === limit.tenantId);
  if (known?.age === limit.age) return state;
  const others = limits.filter((one) => one !== known);
  const renewed = { ...account, sessionFacts: { provedAt, limits: [...others, limit] } };
  return withAccount(state, renewed);
}
