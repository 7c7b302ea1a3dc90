import type { AppState } from '../../shared/app-state.ts';
import { inOrder } from '../../shared/in-order.ts';
import {
  withAccount,
  withNames,
  withoutAllOf,
  withSession,
  withSessionLimit,
} from './account-list.ts';
import { withCollapsed, withFavourite, withLabel, withTenantOrder } from './arrangement.ts';
import {
  atDefault,
  withContext,
  withoutContext,
  withUsed as withUsedContext,
} from './context-list.ts';
import {
  withNothingLoading,
  withoutOtherTenants,
  withSubscriptions,
  withTenants,
  withTenantStatus,
} from './directory-list.ts';
import type { AppEvent } from './events.ts';
import { nobody } from './initial-state.ts';
import { withoutContextUsage, withUsed } from './usage.ts';
import { withoutVanishedDefault } from './vanished-default.ts';

/** How many hand-outs are remembered. */
const activityLimit = 500;

/**
 * The state after an event. Slices that the event does not touch stay the same object. An answer that comes after its
 * account or tenant is gone changes nothing: nobody who signed out comes back through it.
 */
export function reduce(state: AppState, event: AppEvent): AppState {
  return withoutVanishedDefault(state, change(state, event), event);
}

function change(state: AppState, event: AppEvent): AppState {
  switch (event.kind) {
    case 'restored':
      return {
        ...state,
        about: { ...state.about, restored: true },
        accounts: event.accounts,
        tenants: event.tenants,
        subscriptions: event.subscriptions,
        selection: event.selection,
        contexts: event.contexts,
        arrangement: event.arrangement,
        usage: event.usage,
        activity: event.activity,
        discovery: {
          running: 0,
          tenantsDone: 0,
          tenantsTotal: 0,
          ...(event.finishedAt === undefined ? {} : { finishedAt: event.finishedAt }),
        },
      };
    case 'account-signed-in':
      return withAccount(state, event.account);
    case 'account-signed-out':
      return withoutAllOf(state, event.accountKey);
    case 'session-changed':
      return withSession(state, event.accountKey, event.session);
    case 'account-named':
      return withNames(state, event.names);
    case 'session-limit-learned':
      return withSessionLimit(state, event.accountKey, event.limit);
    case 'tenants-arrived':
      return withTenants(state, event.accountKey, event.tenants);
    case 'tenants-listed':
      return withoutOtherTenants(state, event.accountKey, event.tenantKeys);
    case 'subscriptions-found':
      return withSubscriptions(state, event.tenantKey, event.subscriptions);
    case 'discovery-ended':
      return withNothingLoading(state, event.accountKey);
    case 'tenant-loading':
      return withTenantStatus(state, event.tenantKey, { kind: 'loading' });
    case 'tenant-failed':
      return withTenantStatus(state, event.tenantKey, { kind: 'failed', problem: event.problem });
    case 'default-chosen':
      return {
        ...state,
        selection: { defaultSubscriptionKey: event.subscriptionKey },
        contexts: atDefault(state.contexts, event.subscriptionKey),
      };
    case 'context-put':
      return { ...state, contexts: withContext(state.contexts, event.context) };
    case 'context-deleted':
      return {
        ...state,
        contexts: withoutContext(state.contexts, event.contextId),
        usage: withoutContextUsage(state.usage, event.contextId),
      };
    case 'context-used':
      return {
        ...state,
        selection:
          event.subscriptionKey === undefined
            ? {}
            : { defaultSubscriptionKey: event.subscriptionKey },
        contexts: withUsedContext(state.contexts, event.contextId),
      };
    case 'confirmations-changed':
      return { ...state, confirmations: event.confirmations };
    case 'labelled':
      return { ...state, arrangement: withLabel(state.arrangement, event.key, event.label) };
    case 'accounts-ordered':
      return { ...state, accounts: inOrder(state.accounts, event.accountKeys) };
    case 'tenants-ordered':
      return {
        ...state,
        arrangement: withTenantOrder(state.arrangement, event.accountKey, event.tenantKeys),
      };
    case 'tenant-collapsed':
      return {
        ...state,
        arrangement: withCollapsed(state.arrangement, event.tenantKey, event.collapsed),
      };
    case 'favourite-changed':
      return {
        ...state,
        arrangement: withFavourite(state.arrangement, event.subscriptionKey, event.favourite),
      };
    case 'handed-out':
      return {
        ...state,
        // Not spread: it happens at each token for a program, and joining copies ten times as fast.
        activity: [event.handOut].concat(state.activity.slice(0, activityLimit - 1)),
        grants: withUse(state.grants, event.grantId, event.handOut.at),
      };
    case 'used':
      return { ...state, usage: withUsed(state.usage, event.used) };
    case 'activity-cleared':
      return { ...state, activity: [] };
    case 'endpoint-changed':
      return { ...state, endpoint: event.endpoint };
    case 'granted':
      return { ...state, grants: [event.grant, ...state.grants] };
    case 'grant-changed':
      return {
        ...state,
        grants: state.grants.map((grant) =>
          grant.id === event.grantId ? { ...grant, expiresAt: event.expiresAt } : grant,
        ),
      };
    case 'grant-ended':
      if (!state.grants.some(({ id }) => id === event.grantId)) return state;
      return { ...state, grants: state.grants.filter(({ id }) => id !== event.grantId) };
    case 'noticed':
      return {
        ...state,
        notices: [...state.notices.filter((notice) => notice.id !== event.notice.id), event.notice],
      };
    case 'network-changed':
      return { ...state, online: event.online };
    case 'notice-dismissed':
      if (!state.notices.some((notice) => notice.id === event.noticeId)) return state;
      return {
        ...state,
        notices: state.notices.filter((notice) => notice.id !== event.noticeId),
      };
    case 'private-browser-found':
      return { ...state, about: { ...state.about, privateBrowser: event.browser } };
    case 'sign-in-changed':
      return { ...state, signIn: event.signIn };
    case 'discovery-changed':
      return { ...state, discovery: event.discovery };
    case 'token-changed':
      return { ...state, token: event.token };
    case 'clipboard-changed':
      return { ...state, clipboard: event.clipboard };
    case 'clouds-changed':
      return { ...state, clouds: event.clouds };
    case 'background-changed':
      return { ...state, background: { ...state.background, ...event.change } };
    case 'page-wanted':
      return { ...state, wanted: { ...state.wanted, page: event.page } };
    case 'link-wanted':
      return { ...state, wanted: { ...state.wanted, link: event.link } };
    case 'palette-wanted':
      return { ...state, wanted: { ...state.wanted, palette: event.shown } };
    case 'settings-changed':
      return { ...state, settings: event.settings };
    case 'vault-changed':
      return { ...state, vault: event.vault };
    case 'lock-changed':
      return { ...state, lock: event.lock };
    case 'azure-cli-looked-at':
      return { ...state, azureCli: event.azureCli };
    case 'wiped': {
      // What Azure CLI has is not ours to forget.
      const { about, azureCli } = state;
      return { ...state, ...nobody, about: { ...about, restored: true }, azureCli };
    }
  }
}

/** One use more of a grant. */
function withUse(
  grants: AppState['grants'],
  grantId: string | undefined,
  at: number,
): AppState['grants'] {
  if (grantId === undefined) return grants;
  return grants.map((grant) =>
    grant.id === grantId ? { ...grant, uses: grant.uses + 1, lastUsedAt: at } : grant,
  );
}
