import type { AppState } from '../../shared/app-state.ts';
import { cloudNamed } from '../../shared/cloud.ts';

/** The page of a subscription in its own cloud's portal, if it is in the list. */
export function portalPage(
  { subscriptions, accounts, clouds }: Pick<AppState, 'subscriptions' | 'accounts' | 'clouds'>,
  subscriptionKey: string,
): string | undefined {
  const found = subscriptions.find((one) => one.key === subscriptionKey);
  const account = accounts.find((one) => one.key === found?.accountKey);
  const cloud = account && cloudNamed(clouds.known, account.cloud);
  if (!found || !cloud) return undefined;
  return `${cloud.portal}/#@${found.tenantId}/resource/subscriptions/${found.subscriptionId}/overview`;
}
