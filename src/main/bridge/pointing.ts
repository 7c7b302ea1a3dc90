import type { AppState } from '../../shared/app-state.ts';
import type { Context } from '../../shared/context.ts';
import { isCalled } from '../../shared/context.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Subscription } from '../../shared/model.ts';
import { subscriptionKeyIn } from '../core/context-list.ts';
import { accountInUse, defaultSubscription, meantRow, ofAccount } from './find-subscription.ts';
import type { FolderFile } from './folder-file.ts';
import { findFolderFile } from './folder-file.ts';
import type { CommandLine } from './terminal.ts';

/** What said where a command line points; the first of these that says anything wins. */
export type Because =
  | { readonly kind: 'flag' }
  | { readonly kind: 'variable' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'default' };

/** Where a command line points. Without a place, nothing was chosen. */
export interface Pointing {
  readonly because: Because;
  readonly place?: PointedPlace;
}

export interface PointedPlace {
  readonly target: TokenTarget;
  readonly accountKey: string;
  readonly tenantId: string;
  /** None for a tenant as a whole. */
  readonly subscriptionKey?: string | undefined;
  readonly subscriptionId?: string | undefined;
  readonly context?: Context;
  /** Whether the account itself was named: then no other one stands in for it. */
  readonly isAccountNamed: boolean;
}

export type Pointed = Pointing | { readonly complaint: string };

/** Precedence: the option of the command, the shell's variable, the folder's file, the default of all. */
export async function whereTo(
  state: AppState,
  { folder, context: variable }: CommandLine,
  flag: string | undefined,
): Promise<Pointed> {
  if (flag !== undefined) return toContext(state, flag, { kind: 'flag' }, '--context');
  if (variable !== undefined) {
    return toContext(state, variable, { kind: 'variable' }, 'AZIMUTH_CONTEXT');
  }
  const file = folder === undefined ? ({ kind: 'none' } as const) : await findFolderFile(folder);
  if (file.kind === 'complaint') return file;
  if (file.kind === 'none') return toDefault(state);
  const { path, says } = file;
  const because = { kind: 'folder', path } as const;
  return 'context' in says
    ? toContext(state, says.context, because, path)
    : toWords(state, says, because);
}

export function toDefault(state: AppState): Pointing {
  const because = { kind: 'default' } as const;
  const current = state.contexts.list.find(({ id }) => id === state.contexts.currentId);
  if (current && !state.selection.lost) return { because, place: placeIn(current) };
  const chosen = defaultSubscription(state);
  return chosen ? { because, place: placeOfSubscription(chosen, false) } : { because };
}

function toContext(state: AppState, name: string, because: Because, said: string): Pointed {
  const context = state.contexts.list.find((one) => isCalled(one, name));
  if (context) return { because, place: placeIn(context) };
  return {
    complaint: `There is no context '${name}', which ${said} names. See 'azimuth context list'.`,
  };
}

const placeIn = (context: Context): PointedPlace => ({
  target: { kind: 'context', contextId: context.id },
  accountKey: context.accountKey,
  tenantId: context.tenantId,
  subscriptionKey: subscriptionKeyIn(context),
  subscriptionId: context.subscriptionId,
  context,
  isAccountNamed: true,
});

const placeOfSubscription = (
  { key: subscriptionKey, accountKey, tenantId, subscriptionId }: Subscription,
  isAccountNamed: boolean,
): PointedPlace => ({
  target: { kind: 'subscription', subscriptionKey },
  accountKey,
  tenantId,
  subscriptionKey,
  subscriptionId,
  isAccountNamed,
});

type Words = Exclude<FolderFile, { readonly context: string }>;

/** A place word for word, as far as the list knows it. */
function toWords(state: AppState, words: Words, because: Because & { path: string }): Pointed {
  const is = (wanted: string | undefined, ...names: readonly string[]): boolean =>
    wanted === undefined || names.some((name) => name.toLowerCase() === wanted.toLowerCase());
  const complain = (what: string): Pointed => ({
    complaint: `${because.path} points to ${what}, which is not in the list. See 'azimuth account list'.`,
  });
  const isAccountNamed = words.account !== undefined;
  const accounts = state.accounts.filter(({ username }) => is(words.account, username));
  const keys = new Set(accounts.map(({ key }) => key));
  if (accounts.length === 0) return complain(`the account '${words.account ?? ''}'`);
  const tenants = state.tenants.filter(
    ({ accountKey, tenantId, defaultDomain }) =>
      keys.has(accountKey) && is(words.tenant, tenantId, defaultDomain),
  );
  const tenantKeys = new Set(tenants.map(({ key }) => key));
  if (tenants.length === 0) return complain(`the tenant '${words.tenant ?? ''}'`);
  if (words.subscription === undefined) {
    const tenant = ofAccount(tenants, accountInUse(state));
    if (!tenant) return complain(`the tenant '${words.tenant ?? ''}'`);
    const { key: tenantKey, accountKey, tenantId } = tenant;
    const target = { kind: 'tenant', tenantKey } as const;
    return { because, place: { target, accountKey, tenantId, isAccountNamed } };
  }
  const rows = state.subscriptions.filter(
    ({ tenantKey, subscriptionId, displayName }) =>
      tenantKeys.has(tenantKey) && is(words.subscription, subscriptionId, displayName),
  );
  const subscription = meantRow(state, rows);
  if (!subscription) return complain(`the subscription '${words.subscription}'`);
  const isClear = rows.every((one) => one.subscriptionId === subscription.subscriptionId);
  return isClear
    ? { because, place: placeOfSubscription(subscription, isAccountNamed) }
    : {
        complaint: `${because.path} points to '${words.subscription}', and several subscriptions have that name. Write its id.`,
      };
}

/** The state as a command sees it that points elsewhere: the default is where it points. */
export function pointedState(state: AppState, { because, place }: Pointing): AppState {
  if (because.kind === 'default') return state;
  const key = place?.subscriptionKey;
  return {
    ...state,
    selection: key === undefined ? {} : { defaultSubscriptionKey: key },
    contexts: { ...state.contexts, currentId: place?.context?.id },
  };
}
