import type { AppState } from '../../shared/app-state.ts';
import type { Problem, ProblemKind } from '../../shared/problem.ts';
import type { Clock } from './ports/clock.ts';
import type { Network, Presence } from './ports/desktop.ts';
import type { Store } from './store.ts';

/** Milliseconds between two looks at the network: it has no event of its own. */
const lookEvery = 5_000;

/** Milliseconds before the first try of what failed though there seems to be a network; each further pause is twice as long. */
const firstPause = 10_000;

export interface ComingBackDeps {
  readonly store: Pick<Store, 'state' | 'apply'>;
  readonly presence: Presence;
  readonly network: Network;
  readonly clock: Clock;
  /** The computer woke up or its screen was unlocked: timers may be late. */
  readonly returned: () => void;
  /** There is a network, maybe another one, and this had failed for want of it. */
  readonly reconnected: (missed: readonly Missed[]) => void;
}

/** What is to be read again: an account with all its tenants, or one tenant. */
export type Missed = { readonly accountKey: string } | { readonly tenantKey: string };

/**
 * Watches for the computer's return from sleep and for the network's return. A tunnel, a proxy or another Wi-Fi may help
 * though the computer was never offline, so what failed is also tried again by itself. The answer ends it.
 */
export function watchComingBack(deps: ComingBackDeps): () => void {
  const { store, network, clock } = deps;
  let cancelTimer: () => void = () => undefined;
  let pause = firstPause;
  let nextTry: number | undefined;

  const startOver = (firstTry?: number): void => {
    pause = firstPause;
    nextTry = firstTry;
  };

  const tryWhenDue = (missed: readonly Missed[]): void => {
    // A clock that was set back would make it wait for as long.
    nextTry = Math.min(nextTry ?? Infinity, clock.now() + pause);
    if (clock.now() < nextTry) return;
    pause *= 2;
    nextTry = undefined;
    deps.reconnected(missed);
  };

  const look = (): void => {
    cancelTimer();
    cancelTimer = clock.after(lookEvery, look);
    const before = store.state();
    const online = network.isOnline();
    if (online !== before.online) {
      store.apply({ kind: 'network-changed', online });
      startOver(clock.now());
    }
    // What is being read counts neither as failed nor as there.
    if (isBeingRead(before)) return;
    const missed = online ? missedOffline(before) : [];
    if (missed.length > 0) tryWhenDue(missed);
    else startOver();
  };

  look();
  deps.presence.onReturning(() => {
    look();
    deps.returned();
  });
  return () => cancelTimer();
}

/** What a network that is gone, or not quite there, makes fail. */
const ofTheNetwork: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'offline',
  'timed-out',
  'proxy',
  'tls',
  'unexpected-answer',
]);

const isBeingRead = ({ discovery, tenants }: AppState): boolean =>
  discovery.running > 0 || tenants.some(({ status }) => status.kind === 'loading');

/** What of the list is missing for want of a network. With an account its tenants are read. */
function missedOffline({ accounts, tenants }: AppState): readonly Missed[] {
  const accountKeys = accounts
    .filter(({ session }) => session.kind === 'unreachable' && isOfTheNetwork(session.problem))
    .map(({ key }) => key);
  const others = tenants.filter(
    ({ accountKey, status }) =>
      status.kind === 'failed' &&
      isOfTheNetwork(status.problem) &&
      !accountKeys.includes(accountKey),
  );
  return [
    ...accountKeys.map((accountKey) => ({ accountKey })),
    ...others.map(({ key }) => ({ tenantKey: key })),
  ];
}

const isOfTheNetwork = ({ kind }: Problem): boolean => ofTheNetwork.has(kind);
