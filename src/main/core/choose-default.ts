import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Store } from './store.ts';

/** Points at a subscription of the list. */
export function chooseDefault(store: Store, subscriptionKey: string): Result<null> {
  const found = store.state().subscriptions.some((one) => one.key === subscriptionKey);
  if (!found) {
    return fail({
      kind: 'unknown-subscription',
      message: 'This subscription is no longer in the list. Refresh the list and choose again.',
      remedy: { kind: 'refresh' },
    });
  }
  store.apply({ kind: 'default-chosen', subscriptionKey });
  return succeed(null);
}
