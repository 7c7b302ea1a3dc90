import type { CommandInput } from '../../shared/contract.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Store } from './store.ts';

export interface ChooseDefaultDeps {
  readonly store: Store;
  /** Runs once the default may be another one. */
  readonly pointed: () => Promise<void>;
}

/** Points at a subscription of the list. */
export async function chooseDefault(
  { store, pointed }: ChooseDefaultDeps,
  { subscriptionKey }: CommandInput<'choose-default'>,
): Promise<Result<null>> {
  const found = store.state().subscriptions.some((one) => one.key === subscriptionKey);
  if (!found) {
    return fail({
      kind: 'unknown-subscription',
      message: 'This subscription is no longer in the list. Refresh the list and choose again.',
      remedy: { kind: 'refresh' },
    });
  }
  store.apply({ kind: 'default-chosen', subscriptionKey });
  await pointed();
  return succeed(null);
}
