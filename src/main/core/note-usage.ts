import type { Asker, IssuedToken } from '../../shared/app-state.ts';
import { tenantKeyOf, subscriptionKeyOf } from '../../shared/model.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './store.ts';

export interface UsageDeps {
  readonly store: Pick<Store, 'state' | 'apply'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Notes that the person pointed the default somewhere. */
export function notePointed({ store, clock }: UsageDeps): void {
  const { selection, subscriptions, contexts } = store.state();
  const chosen = subscriptions.find(({ key }) => key === selection.defaultSubscriptionKey);
  const context = contexts.list.find(({ id }) => id === contexts.currentId);
  const tenantKey =
    chosen?.tenantKey ?? (context && tenantKeyOf(context.accountKey, context.tenantId));
  store.apply({
    kind: 'used',
    used: { at: clock.now(), subscriptionKey: chosen?.key, tenantKey, contextId: context?.id },
  });
}

/** Notes for what a token was. What a program asks the SDK endpoint for says nothing of what the person works with. */
export function noteHandOut(
  { store, clock }: UsageDeps,
  { accountKey, tenantId, subscriptionId, audience }: IssuedToken,
  surface: Asker['surface'],
): void {
  if (surface === 'sdk-endpoint') return;
  const tenantKey = tenantKeyOf(accountKey, tenantId);
  const subscriptionKey =
    subscriptionId === undefined ? undefined : subscriptionKeyOf(tenantKey, subscriptionId);
  store.apply({ kind: 'used', used: { at: clock.now(), tenantKey, subscriptionKey, audience } });
}
