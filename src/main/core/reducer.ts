import type { AppState } from '../../shared/app-state.ts';
import { inOrder } from '../../shared/in-order.ts';
import type { Subscription, Tenant } from '../../shared/model.ts';
import { withCollapsed, withLabel, withoutArrangementOf, withTenantOrder } from './arrangement.ts';
import {
  atDefault,
  withContext,
  withoutAccount,
  withoutContext,
  withUsed as withUsedContext,
} from './context-list.ts';
import type { AppEvent } from './events.ts';
import { nobody } from './initial-state.ts';
import { withoutContextUsage, withoutUsageOf, withUsed } from './usage.ts';

/** How many hand-outs are remembered. */
const activityLimit = 500;

/**
 * The state after an event. Slices that the event does not touch stay the same object. An answer that comes after its
 * account or tenant is gone changes nothing: nobody who signed out comes back through it.
 */
export function reduce(state: AppState, event: AppEvent): AppState {
  return withoutVanishedDefault(state, change(state, event), event);
}

/**
 * Says so when the default vanished: its tenant answered without it, or is itself gone. A tenant that failed to answer
 * keeps its remembered subscriptions. Another default is never chosen silently; who signs out knows why it went.
 */
function withoutVanishedDefault(before: AppState, after: AppState, event: AppEvent): AppState {
  const key = after.selection.defaultSubscriptionKey;
  if (key === undefined || !speaksOf(event, key)) return after;
  if (event.kind === 'account-signed-out') return { ...after, selection: {} };
  if (after.subscriptions.some((subscription) => subscription.key === key)) return after;
  const last = before.subscriptions.find((subscription) => subscription.key === key);
  const subscriptionId = key.slice(key.lastIndexOf('/') + 1);
  const displayName = last?.displayName ?? subscriptionId;
  return { ...after, selection: { lost: { displayName, subscriptionId } } };
}

/** Whether an event tells all there is to know of the place where a subscription would be. */
function speaksOf(event: AppEvent, subscriptionKey: string): boolean {
  const isIn = (place: string): boolean => subscriptionKey.startsWith(`${place}/`);
  switch (event.kind) {
    case 'subscriptions-found':
      return isIn(event.tenantKey);
    case 'tenants-listed':
      return isIn(event.accountKey) && !event.tenantKeys.some(isIn);
    case 'account-signed-out':
      return isIn(event.accountKey);
    default:
      return false;
  }
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
      return {
        ...state,
        accounts: state.accounts.some((account) => account.key === event.account.key)
          ? state.accounts.map((account) =>
              account.key === event.account.key ? event.account : account,
            )
          : [...state.accounts, event.account],
      };
    case 'account-signed-out':
      return {
        ...state,
        accounts: state.accounts.filter((account) => account.key !== event.accountKey),
        tenants: state.tenants.filter((tenant) => tenant.accountKey !== event.accountKey),
        subscriptions: state.subscriptions.filter(
          (subscription) => subscription.accountKey !== event.accountKey,
        ),
        contexts: withoutAccount(state.contexts, event.accountKey),
        arrangement: withoutArrangementOf(state.arrangement, event.accountKey),
        usage: withoutUsageOf(
          state.usage,
          event.accountKey,
          state.accounts.every(({ key }) => key === event.accountKey),
        ),
        grants: state.grants.filter(({ accountKey }) => accountKey !== event.accountKey),
      };
    case 'session-changed': {
      const account = state.accounts.find((one) => one.key === event.accountKey);
      if (!account || (account.session.kind === 'active' && event.session.kind === 'active')) {
        return state;
      }
      return {
        ...state,
        accounts: state.accounts.map((one) =>
          one === account ? { ...account, session: event.session } : one,
        ),
      };
    }
    case 'session-limit-learned': {
      const { accountKey, limit } = event;
      const account = state.accounts.find((one) => one.key === accountKey);
      if (!account?.sessionFacts) return state;
      const { provedAt, limits } = account.sessionFacts;
      const known = limits.find(({ tenantId }) => tenantId === limit.tenantId);
      if (known?.age === limit.age) return state;
      const others = limits.filter((one) => one !== known);
      const renewed = { ...account, sessionFacts: { provedAt, limits: [...others, limit] } };
      return {
        ...state,
        accounts: state.accounts.map((one) => (one === account ? renewed : one)),
      };
    }
    case 'tenants-arrived': {
      if (!state.accounts.some((account) => account.key === event.accountKey)) return state;
      const arrived = new Map(event.tenants.map((tenant) => [tenant.key, tenant]));
      const known = new Set(state.tenants.map((tenant) => tenant.key));
      return {
        ...state,
        tenants: [
          ...state.tenants.map((tenant) => arrived.get(tenant.key) ?? tenant),
          ...event.tenants.filter((tenant) => !known.has(tenant.key)),
        ],
      };
    }
    case 'tenants-listed': {
      const kept = new Set(event.tenantKeys);
      const isGone = (accountKey: string, tenantKey: string): boolean =>
        accountKey === event.accountKey && !kept.has(tenantKey);
      if (!state.tenants.some((tenant) => isGone(tenant.accountKey, tenant.key))) return state;
      return {
        ...state,
        tenants: state.tenants.filter((tenant) => !isGone(tenant.accountKey, tenant.key)),
        subscriptions: state.subscriptions.filter(
          (subscription) => !isGone(subscription.accountKey, subscription.tenantKey),
        ),
      };
    }
    case 'subscriptions-found':
      if (!state.tenants.some((tenant) => tenant.key === event.tenantKey)) return state;
      return {
        ...withTenant(state, event.tenantKey, { kind: 'ready' }),
        subscriptions: inTenantOrder(state, event.tenantKey, event.subscriptions),
      };
    case 'discovery-ended': {
      const isLeft = ({ accountKey, status }: Tenant): boolean =>
        accountKey === event.accountKey && status.kind === 'loading';
      if (!state.tenants.some(isLeft)) return state;
      return {
        ...state,
        tenants: state.tenants.map((tenant) =>
          isLeft(tenant) ? { ...tenant, status: { kind: 'unread' } } : tenant,
        ),
      };
    }
    case 'tenant-loading':
      return withTenant(state, event.tenantKey, { kind: 'loading' });
    case 'tenant-failed':
      return withTenant(state, event.tenantKey, { kind: 'failed', problem: event.problem });
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
      return { ...state, wanted: { page: event.page } };
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

/** A tenant's subscriptions at the place of their tenant, whichever tenant answers first. */
function inTenantOrder(
  { tenants, subscriptions }: AppState,
  tenantKey: string,
  found: readonly Subscription[],
): readonly Subscription[] {
  const place = new Map(tenants.map((tenant, index) => [tenant.key, index]));
  const mine = place.get(tenantKey) ?? tenants.length;
  const others = subscriptions.filter((subscription) => subscription.tenantKey !== tenantKey);
  const next = others.findIndex(
    (subscription) => (place.get(subscription.tenantKey) ?? tenants.length) > mine,
  );
  return others.toSpliced(next === -1 ? others.length : next, 0, ...found);
}

function withTenant(state: AppState, tenantKey: string, status: Tenant['status']): AppState {
  return {
    ...state,
    tenants: state.tenants.map((tenant) =>
      tenant.key === tenantKey ? { ...tenant, status } : tenant,
    ),
  };
}
