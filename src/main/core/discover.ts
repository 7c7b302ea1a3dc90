import pLimit from 'p-limit';
import type { Account, Subscription, Tenant } from '../../shared/model.ts';
import { subscriptionKeyOf, tenantKeyOf } from '../../shared/model.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Clock, Directory, FoundSubscription, FoundTenant } from './ports.ts';
import type { Store } from './store.ts';

/**
 * How many tenants are asked at once. Each tenant costs a token and a list, one after the other, so this many round
 * trips are under way at a time; more only queues at the provider (and earns 429s).
 */
const concurrency = 32;

export interface Discovery {
  /** Lists an account's tenants and then, in parallel, each tenant's subscriptions. A run under way is joined. */
  account(accountKey: string): Promise<void>;
  /** The same, but from the beginning: what a run under way was refused may be allowed now. */
  again(accountKey: string): Promise<void>;
  /** Lists one tenant's subscriptions again. */
  tenant(tenantKey: string): Promise<void>;
  all(): Promise<void>;
  /** Ends whatever is being asked for the account; late answers are ignored. */
  stop(accountKey: string): void;
}

export interface DiscoveryDeps {
  readonly store: Store;
  readonly directory: Directory;
  readonly clock: Clock;
}

export function createDiscovery({ store, directory, clock }: DiscoveryDeps): Discovery {
  const runs = new Map<string, { readonly done: Promise<void>; readonly stop: AbortController }>();
  const tenantStops = new Map<AbortController, string>();
  const limit = pLimit(concurrency);
  let listed = false;

  const find = (accountKey: string): Account | undefined =>
    store.state().accounts.find((account) => account.key === accountKey);

  const progress = (change: { running?: number; done?: number; total?: number }): void => {
    const { discovery } = store.state();
    const running = discovery.running + (change.running ?? 0);
    const idle = running === 0;
    const fresh = idle && listed;
    if (idle) listed = false;
    store.apply({
      kind: 'discovery-changed',
      discovery: {
        ...discovery,
        running,
        tenantsDone: idle ? 0 : discovery.tenantsDone + (change.done ?? 0),
        tenantsTotal: idle ? 0 : discovery.tenantsTotal + (change.total ?? 0),
        // A list that nobody could be asked for is no newer than it was.
        ...(fresh ? { finishedAt: clock.now() } : {}),
      },
    });
  };

  const listTenant = async (
    account: Account,
    tenantId: string,
    signal: AbortSignal,
  ): Promise<void> => {
    const tenantKey = tenantKeyOf(account.key, tenantId);
    const found = await directory.subscriptions(account, tenantId, signal);
    if (signal.aborted) return;
    if (!found.ok) {
      store.apply({ kind: 'tenant-failed', tenantKey, problem: found.problem });
      return;
    }
    store.apply({
      kind: 'subscriptions-found',
      tenantKey,
      subscriptions: found.value.map((one) => subscriptionRow(account.key, tenantId, one)),
    });
  };

  const listAccount = async (account: Account, signal: AbortSignal): Promise<void> => {
    const begun = new Map<string, Promise<void>>();
    // Each page is set to work while the next is still on its way.
    const begin = (page: readonly FoundTenant[]): void => {
      const arrived = page.filter(({ tenantId }) => !begun.has(tenantId));
      if (signal.aborted || arrived.length === 0) return;
      store.apply({
        kind: 'tenants-arrived',
        accountKey: account.key,
        tenants: arrived.map((tenant) => tenantRow(account.key, tenant)),
      });
      progress({ total: arrived.length });
      for (const { tenantId } of arrived) {
        const listing = limit(async () => {
          if (!signal.aborted) await listTenant(account, tenantId, signal);
          progress({ done: 1 });
        });
        begun.set(tenantId, listing);
      }
    };

    const found = await directory.tenants(account, signal, begin);
    if (found.ok) begin(found.value);
    if (!signal.aborted) {
      store.apply({
        kind: 'session-changed',
        accountKey: account.key,
        session: found.ok ? { kind: 'active' } : sessionAfter(found.problem),
      });
    }
    if (found.ok && !signal.aborted) {
      listed = true;
      store.apply({
        kind: 'tenants-listed',
        accountKey: account.key,
        tenantKeys: found.value.map(({ tenantId }) => tenantKeyOf(account.key, tenantId)),
      });
    }
    await Promise.all(begun.values());
  };

  const run = (account: Account): Promise<void> => {
    const stop = new AbortController();
    progress({ running: 1 });
    const done = listAccount(account, stop.signal).finally(() => {
      if (runs.get(account.key)?.stop === stop) runs.delete(account.key);
      progress({ running: -1 });
    });
    runs.set(account.key, { done, stop });
    return done;
  };

  const discovery: Discovery = {
    async account(accountKey) {
      const account = find(accountKey);
      if (!account) return;
      await (runs.get(accountKey)?.done ?? run(account));
    },
    async again(accountKey) {
      discovery.stop(accountKey);
      await discovery.account(accountKey);
    },
    async tenant(tenantKey) {
      const findTenant = (): Tenant | undefined =>
        store.state().tenants.find((one) => one.key === tenantKey);
      const underWay = runs.get(findTenant()?.accountKey ?? '');
      if (underWay) await underWay.done;
      // Looked up after the wait, during which the person may have signed out.
      const tenant = findTenant();
      const account = tenant && find(tenant.accountKey);
      if (!tenant || !account) return;
      store.apply({ kind: 'tenant-loading', tenantKey });
      const stop = new AbortController();
      tenantStops.set(stop, account.key);
      await limit(() => listTenant(account, tenant.tenantId, stop.signal)).finally(() =>
        tenantStops.delete(stop),
      );
    },
    async all() {
      await Promise.all(store.state().accounts.map((account) => discovery.account(account.key)));
    },
    stop(accountKey) {
      runs.get(accountKey)?.stop.abort();
      runs.delete(accountKey);
      for (const [stop, key] of tenantStops) if (key === accountKey) stop.abort();
    },
  };
  return discovery;
}

const endings: ReadonlySet<Problem['kind']> = new Set([
  'sign-in-again',
  'account-disabled',
  'bad-client-credential',
]);

/** Only a definite refusal ends a session; a network that is down does not. */
function sessionAfter(problem: Problem): Account['session'] {
  return endings.has(problem.kind) ? { kind: 'ended', problem } : { kind: 'unreachable', problem };
}

function tenantRow(accountKey: string, found: FoundTenant): Tenant {
  return {
    key: tenantKeyOf(accountKey, found.tenantId),
    accountKey,
    tenantId: found.tenantId,
    displayName: found.displayName,
    defaultDomain: found.defaultDomain,
    status: { kind: 'loading' },
  };
}

function subscriptionRow(
  accountKey: string,
  tenantId: string,
  found: FoundSubscription,
): Subscription {
  const tenantKey = tenantKeyOf(accountKey, tenantId);
  return {
    key: subscriptionKeyOf(tenantKey, found.subscriptionId),
    accountKey,
    tenantKey,
    tenantId,
    subscriptionId: found.subscriptionId,
    displayName: found.displayName,
    state: found.state,
    managedByTenantIds: found.managedByTenantIds,
    ...(found.homeTenantId === undefined ? {} : { homeTenantId: found.homeTenantId }),
  };
}
