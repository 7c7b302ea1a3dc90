import type { AppState } from '../../shared/app-state.ts';
import type { AppEvent } from './events.ts';

/**
 * Says so when the default vanished: its tenant answered without it, or is itself gone. A tenant that failed to answer
 * keeps its remembered subscriptions. Another default is never chosen silently; who signs out knows why it went.
 */
export function withoutVanishedDefault(
  before: AppState,
  after: AppState,
  event: AppEvent,
): AppState {
  const key = after.selection.defaultSubscriptionKey;
  if (key === undefined || !speaksOf(event, key)) return after;
  if (event.kind === 'account-signed-out') return { ...after, selection: {} };
  if (after.subscriptions.some((subscription) => subscription.key === key)) return after;
  const last = before.subscriptions.find((subscription) => subscription.key === key);
  const subscriptionId = key.slice(key.lastIndexOf('/') + 1);
  const displayName = last?.displayName ?? subscriptionId;
  return { ...after, selection: { lost: { displayName, subscriptionId } } };
}

/** Whether an event tells all there is to know of the place where a subscription would be. */
function speaksOf(event: AppEvent, subscriptionKey: string): boolean {
  const isIn = (place: string): boolean => subscriptionKey.startsWith(`${place}/`);
  switch (event.kind) {
    case 'subscriptions-found':
      return isIn(event.tenantKey);
    case 'tenants-listed':
      return isIn(event.accountKey) && !event.tenantKeys.some(isIn);
    case 'account-signed-out':
      return isIn(event.accountKey);
    default:
      return false;
  }
}
