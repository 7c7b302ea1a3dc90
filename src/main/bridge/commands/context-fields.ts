import { z } from 'zod';
import type { AppState } from '../../../shared/app-state.ts';
import { audienceIds } from '../../../shared/audience.ts';
import { colourNames } from '../../../shared/colour.ts';
import type { Context } from '../../../shared/context.ts';
import { isCalled } from '../../../shared/context.ts';
import { accountInUse, ofAccount, subscriptionFor } from '../find-subscription.ts';
import { subscriptionOption } from './subscription-option.ts';

/** What of a context can be typed. */
export const contextFieldOptions = {
  subscription: { ...subscriptionOption, flags: ['--subscription', '-s'] },
  tenant: {
    kind: 'text',
    flags: ['--tenant', '-t'],
    help: 'Tenant ID or domain: the context is the whole tenant, unless a subscription is named too.',
  },
  username: {
    kind: 'text',
    flags: ['--username', '-u'],
    help: 'The account, where several reach the tenant or the subscription.',
  },
  audience: {
    kind: 'text',
    flags: ['--audience'],
    help: `What tokens are for unless their asker says so: ${audienceIds.join(', ')}, or a resource.`,
  },
  colour: { kind: 'text', flags: ['--colour', '--color'], help: 'Colour.', choices: colourNames },
} as const;

/** The context of that name, or the sentence that says there is none. */
export function findContext(
  state: AppState,
  name: string,
): { readonly context: Context } | { readonly complaint: string } {
  const context = state.contexts.list.find((one) => isCalled(one, name));
  return context
    ? { context }
    : { complaint: `There is no context '${name}'. See 'azimuth context list'.` };
}

export const colourOf = (text: string) => colourNames.find((one) => one === text);

type Place = Pick<Context, 'accountKey' | 'tenantId' | 'subscriptionId'>;

interface PlaceWords {
  readonly subscription: string | undefined;
  readonly tenant: string | undefined;
  readonly username: string | undefined;
}

/** The place that the words name; without any it is the default subscription. */
export function placeOfWords(
  state: AppState,
  { subscription, tenant, username }: PlaceWords,
): Place | { readonly complaint: string } {
  const seen = username === undefined ? state : asSeenBy(state, username);
  if (seen.accounts.length === 0) {
    return {
      complaint:
        username === undefined
          ? "Please run 'az login' to setup account."
          : `The account '${username}' is not signed in.`,
    };
  }
  const inTenant = tenant === undefined ? seen : within(seen, tenant);
  if (subscription !== undefined || tenant === undefined) {
    const found = subscriptionFor(inTenant, subscription);
    if ('complaint' in found) return found;
    const { accountKey, tenantId, subscriptionId } = found.subscription;
    return { accountKey, tenantId, subscriptionId };
  }
  const chosen = accountInUse(state);
  const row = ofAccount(inTenant.tenants, chosen);
  // Only its id is the tenant's one name, by which a token of it is told.
  if (!row && !z.guid().safeParse(tenant).success) {
    return {
      complaint: `The tenant '${tenant}' is not in the list. Write its ID, or its domain as 'azimuth account tenant list' has it.`,
    };
  }
  const accountKey =
    row?.accountKey ?? (seen.accounts.find(({ key }) => key === chosen) ?? seen.accounts[0])?.key;
  return { accountKey: accountKey ?? '', tenantId: row?.tenantId ?? tenant };
}

function asSeenBy(state: AppState, username: string): AppState {
  const wanted = username.toLowerCase();
  const accounts = state.accounts.filter((one) => one.username.toLowerCase() === wanted);
  const keys = new Set(accounts.map(({ key }) => key));
  const isTheirs = ({ accountKey }: { readonly accountKey: string }): boolean =>
    keys.has(accountKey);
  return {
    ...state,
    accounts,
    tenants: state.tenants.filter(isTheirs),
    subscriptions: state.subscriptions.filter(isTheirs),
  };
}

function within(state: AppState, tenant: string): AppState {
  const wanted = tenant.toLowerCase();
  const tenants = state.tenants.filter(
    (one) => one.tenantId.toLowerCase() === wanted || one.defaultDomain.toLowerCase() === wanted,
  );
  const keys = new Set(tenants.map(({ key }) => key));
  return {
    ...state,
    tenants,
    subscriptions: state.subscriptions.filter(({ tenantKey }) => keys.has(tenantKey)),
  };
}
