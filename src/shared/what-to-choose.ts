import type { AppState } from './app-state.ts';

/** What a default can be chosen from: something, or it may still come; nothing; nothing in the part of the list that could be read. */
export type Choice = 'some' | 'none' | 'none-yet';

export function whatToChoose(
  list: Pick<AppState, 'accounts' | 'tenants' | 'subscriptions' | 'discovery'>,
): Choice {
  const { accounts, tenants, subscriptions, discovery } = list;
  if (subscriptions.length > 0 || discovery.running > 0) return 'some';
  const isRead =
    accounts.every(({ session }) => session.kind === 'active') &&
    tenants.every(({ status }) => status.kind === 'ready');
  return isRead ? 'none' : 'none-yet';
}
