import type { AppState } from '../../shared/app-state.ts';
import { audienceLabel } from '../../shared/audience.ts';
import type { Context } from '../../shared/context.ts';
import type { CliAnswer } from './cli-format.ts';

/** One context, with what it points at in words. */
export function contextAnswer(state: AppState, context: Context): CliAnswer {
  return { value: entry(state, context) };
}

/** `context list`, with a star before the one that is the default. */
export function contextListAnswer(state: AppState, list: readonly Context[]): CliAnswer {
  const entries = list.map((one) => entry(state, one));
  return {
    value: entries,
    table: entries.map((one) => ({
      Current: one.isCurrent ? '*' : '',
      Name: one.name,
      Production: one.production,
      Account: one.account,
      Tenant: one.tenantName ?? one.tenantId,
      Subscription: one.subscription?.name ?? one.subscription?.id ?? '',
    })),
  };
}

function entry(state: AppState, context: Context) {
  const { id, accountKey, tenantId, subscriptionId } = context;
  const tenant = state.tenants.find(
    (one) => one.accountKey === accountKey && one.tenantId === tenantId,
  );
  const subscription = state.subscriptions.find(
    (one) => one.tenantKey === tenant?.key && one.subscriptionId === subscriptionId,
  );
  const approved = state.confirmations.granted.find(({ contextId }) => contextId === id);
  return {
    name: context.name,
    isCurrent: state.contexts.currentId === id,
    account: context.username,
    tenantId,
    tenantName: tenant?.displayName ?? null,
    subscription:
      subscriptionId === undefined
        ? null
        : { id: subscriptionId, name: subscription?.displayName ?? null },
    audience: context.audience ? audienceLabel(context.audience) : null,
    colour: context.colour ?? null,
    production: context.production,
    confirm: context.confirm,
    approvedUntil: approved ? new Date(approved.until).toISOString() : null,
  };
}
