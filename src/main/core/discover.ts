import pLimit from 'p-limit';
import type { Account, Subscription, Tenant } from '../../shared/model.ts';
import { subscriptionKeyOf, tenantKeyOf } from '../../shared/model.ts';
import type { Problem } from '../../shared/problem.ts';
import type { AnsweredRefusals } from './answered-refusals.ts';
import type { Directory, FoundSubscription, FoundTenant } from './ports/azure.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './store.ts';

/**
 * How many tenants are asked at once. Each tenant costs a token and a list, one after the other, so this many round
 * trips are under way at a time; more only queues at the provider (and earns 429s).
 */
const concurrency = 40;

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
  readonly refusals: Pick<AnsweredRefusals, 'seen' | 'lifted'>;
}

/** One account's run; the window's progress is the sum of the runs under way. */
interface Run {
  readonly stop: AbortController;
  done: Promise<void>;
  tenantsTotal: number;
  tenantsDone: number;
}

export function createDiscovery({ store, directory, clock, refusals }: DiscoveryDeps): Discovery {
  const runs = new Map<string, Run>();
  const tenantStops = new Map<AbortController, string>();
  const limit = pLimit(concurrency);
  let listed = false;

  const find = (accountKey: string): Account | undefined =>
    store.state().accounts.find((account) => account.key === accountKey);

  const showProgress = (): void => {
    const under = [...runs.values()];
    const { finishedAt } = store.state().discovery;
    // A list that nobody could be asked for is no newer than it was.
    const fresh = under.length === 0 && listed;
    if (fresh) listed = false;
    const finished = fresh ? clock.now() : finishedAt;
    store.apply({
      kind: 'discovery-changed',
      discovery: {
        running: under.length,
        tenantsDone: under.reduce((sum, run) => sum + run.tenantsDone, 0),
        tenantsTotal: under.reduce((sum, run) => sum + run.tenantsTotal, 0),
        ...(finished === undefined ? {} : { finishedAt: finished }),
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
    const place = { accountKey: account.key, tenantId };
    if (!found.ok) {
      const problem = refusals.seen(place, found.problem);
      store.apply({ kind: 'tenant-failed', tenantKey, problem });
      return;
    }
    refusals.lifted(place);
    store.apply({
      kind: 'subscriptions-found',
      tenantKey,
      subscriptions: found.value.map((one) => subscriptionRow(account.key, tenantId, one)),
    });
  };

  /** @returns whether the account's tenants could be listed */
  const listAccount = async (account: Account, run: Run): Promise<boolean> => {
    const { signal } = run.stop;
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
      run.tenantsTotal += arrived.length;
      showProgress();
      for (const { tenantId } of arrived) {
        const listing = limit(async () => {
          if (signal.aborted) return;
          await listTenant(account, tenantId, signal);
          run.tenantsDone += 1;
          showProgress();
        });
        begun.set(tenantId, listing);
      }
    };

    const found = await directory.tenants(account, signal, begin);
    if (found.ok) begin(found.value);
    if (signal.aborted) return false;
    const home = { accountKey: account.key, tenantId: account.homeTenantId };
    store.apply({
      kind: 'session-changed',
      accountKey: account.key,
      session: found.ok ? { kind: 'active' } : sessionAfter(refusals.seen(home, found.problem)),
    });
    if (found.ok) {
      store.apply({
        kind: 'tenants-listed',
        accountKey: account.key,
        tenantKeys: found.value.map(({ tenantId }) => tenantKeyOf(account.key, tenantId)),
      });
    }
    await Promise.all(begun.values());
    return found.ok;
  };

  /** Ends a run, and says of what it was still asking that it was not read. */
  const settle = (accountKey: string, run: Run, wasListed: boolean): void => {
    if (runs.get(accountKey) !== run) return;
    runs.delete(accountKey);
    if (wasListed) listed = true;
    store.apply({ kind: 'discovery-ended', accountKey });
    showProgress();
  };

  const start = (account: Account): Promise<void> => {
    const run: Run = {
      stop: new AbortController(),
      done: Promise.resolve(),
      tenantsTotal: 0,
      tenantsDone: 0,
    };
    runs.set(account.key, run);
    showProgress();
    run.done = listAccount(account, run).then(
      (wasListed) => settle(account.key, run, wasListed),
      (error: unknown) => {
        settle(account.key, run, false);
        throw error;
      },
    );
    return run.done;
  };

  const discovery: Discovery = {
    async account(accountKey) {
      const account = find(accountKey);
      if (!account) return;
      await (runs.get(accountKey)?.done ?? start(account));
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
      const run = runs.get(accountKey);
      run?.stop.abort();
      if (run) settle(accountKey, run, false);
      for (const [stop, key] of tenantStops) if (key === accountKey) stop.abort();
    },
  };
  return discovery;
}

const endings: ReadonlySet<Problem['kind']> = new Set([
  'sign-in-again',
  'account-disabled',
  'bad-client-credential',
  'unknown-identity',
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
