import { cloudNamed } from '../../shared/cloud.ts';
import type { Result } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import { goneFromList } from './gone-from-list.ts';
import type { OpenLink } from './ports/desktop.ts';
import type { Store } from './store.ts';

/** Opens the page of a subscription in the portal of its own cloud. */
export async function openPortal(
  store: Pick<Store, 'state'>,
  openLink: OpenLink,
  subscriptionKey: string,
): Promise<Result<null>> {
  const { subscriptions, accounts, clouds } = store.state();
  const found = subscriptions.find((one) => one.key === subscriptionKey);
  const account = accounts.find((one) => one.key === found?.accountKey);
  const cloud = account && cloudNamed(clouds.known, account.cloud);
  if (!found || !cloud) return fail(goneFromList);
  return openLink(
    `${cloud.portal}/#@${found.tenantId}/resource/subscriptions/${found.subscriptionId}/overview`,
  );
}
