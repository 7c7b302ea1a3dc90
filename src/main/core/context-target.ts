import type { AppState } from '../../shared/app-state.ts';
import type { Context } from '../../shared/context.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { subscriptionKeyIn } from './context-list.ts';

/** A target of the list; none of them is a context. */
export type PlainTarget = Exclude<TokenTarget, { readonly kind: 'context' }>;

export interface Place {
  readonly target: PlainTarget;
  /** The context through which it was named. */
  readonly context?: Context;
}

/** The place that a target means. The default is the current context where that is a whole tenant. */
export function placeOf(state: AppState, target: TokenTarget): Result<Place> {
  const { list, currentId } = state.contexts;
  if (target.kind === 'context') {
    const context = list.find(({ id }) => id === target.contextId);
    return context ? placeOfContext(state, context) : fail(unknownContext);
  }
  if (target.kind !== 'default') return succeed({ target });
  const current = list.find(({ id }) => id === currentId);
  return current && !state.selection.lost ? placeOfContext(state, current) : succeed({ target });
}

export function placeOfContext(state: AppState, context: Context): Result<Place> {
  const { name, accountKey, username, tenantId } = context;
  if (!state.accounts.some(({ key }) => key === accountKey)) {
    return fail({
      kind: 'not-signed-in',
      message: `The context “${name}” belongs to ${username}, who is not signed in.`,
      remedy: { kind: 'sign-in' },
    });
  }
  const subscriptionKey = subscriptionKeyIn(context);
  if (subscriptionKey === undefined) {
    return succeed({ target: { kind: 'any-tenant', accountKey, tenant: tenantId }, context });
  }
  if (!state.subscriptions.some(({ key }) => key === subscriptionKey)) {
    return fail({
      kind: 'unknown-subscription',
      message: `The subscription of the context “${name}” is not in the list. Refresh the list, or change the context.`,
      remedy: { kind: 'refresh' },
    });
  }
  return succeed({ target: { kind: 'subscription', subscriptionKey }, context });
}

export const unknownContext = {
  kind: 'unknown-context',
  message: 'This context is gone. Choose another one.',
} as const;
