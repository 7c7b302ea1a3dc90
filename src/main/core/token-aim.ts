import type { AppState } from '../../shared/app-state.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Account } from '../../shared/model.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Choice } from '../../shared/what-to-choose.ts';
import { whatToChoose } from '../../shared/what-to-choose.ts';
import type { PlainTarget } from './context-target.ts';
import { placeOf } from './context-target.ts';
import { nobodySignedIn } from './nobody-signed-in.ts';

/** Where a token is of. */
export interface Aim {
  readonly account: Account;
  readonly tenantId: string;
  readonly subscriptionId?: string | undefined;
  /** The name of the context through which it was named. */
  readonly context?: string | undefined;
}

/** Whose token, of which tenant. A pure question to the state. */
export function aimAt(state: AppState, target: TokenTarget): Result<Aim> {
  const place = placeOf(state, target);
  if (!place.ok) return place;
  if (state.accounts.length === 0) return fail(nobodySignedIn);
  const { target: plain, context } = place.value;
  if (plain.kind === 'default' && state.selection.defaultSubscriptionKey === undefined) {
    return fail(noDefault[whatToChoose(state)]);
  }
  const row = rowOf(state, plain);
  const account = row && state.accounts.find(({ key }) => key === row.accountKey);
  if (!row || !account) return fail(goneFromList(plain));
  const { tenantId, subscriptionId } = row;
  return succeed({ account, tenantId, subscriptionId, context: context?.name });
}

interface Row {
  readonly accountKey: string;
  readonly tenantId: string;
  readonly subscriptionId?: string;
}

function rowOf(state: AppState, target: PlainTarget): Row | undefined {
  const { tenants, subscriptions, selection } = state;
  switch (target.kind) {
    case 'any-tenant':
      return { accountKey: target.accountKey, tenantId: target.tenant };
    case 'tenant':
      return tenants.find(({ key }) => key === target.tenantKey);
    case 'subscription':
      return subscriptions.find(({ key }) => key === target.subscriptionKey);
    case 'default':
      return subscriptions.find(({ key }) => key === selection.defaultSubscriptionKey);
  }
}

const noDefault: Readonly<Record<Choice, Problem>> = {
  some: {
    kind: 'no-default',
    message: 'No default subscription is chosen. Choose one in the list first.',
    remedy: { kind: 'choose-default' },
  },
  none: {
    kind: 'no-default',
    message: 'No account reaches a subscription. Get a token for a tenant, or refresh the list.',
    remedy: { kind: 'refresh' },
  },
  'none-yet': {
    kind: 'no-default',
    message:
      'No subscription was found so far, and not everything could be read: the list says what helps. Or get a token for a tenant.',
    remedy: { kind: 'refresh' },
  },
};

const goneFromList = ({ kind }: PlainTarget): Problem => ({
  kind: kind === 'tenant' || kind === 'any-tenant' ? 'unknown-tenant' : 'unknown-subscription',
  message: 'That is no longer in the list. Refresh the list and choose again.',
  remedy: { kind: 'refresh' },
});
