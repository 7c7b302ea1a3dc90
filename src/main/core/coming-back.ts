import type { AppState } from '../../shared/app-state.ts';
import type { ProblemKind } from '../../shared/problem.ts';
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
  /** There is a network, maybe another one, and something had failed for want of it. */
  readonly reconnected: () => void;
}

/**
 * Watches for the computer's return from sleep and for the network's return. A tunnel, a proxy or another Wi-Fi may help
 * though the computer was never offline, so what failed is also tried again by itself. The answer ends it.
 */
export function watchComingBack(deps: ComingBackDeps): () => void {
  const { store, network, clock } = deps;
  let cancelTimer: () => void = () => undefined;
  let pause = firstPause;
  let nextTry: number | undefined;

  const startOver = (): void => {
    pause = firstPause;
    nextTry = undefined;
  };

  const tryWhenDue = (): void => {
    nextTry ??= clock.now() + pause;
    if (clock.now() < nextTry) return;
    pause *= 2;
    nextTry = undefined;
    deps.reconnected();
  };

  const look = (): void => {
    cancelTimer();
    cancelTimer = clock.after(lookEvery, look);
    const before = store.state();
    const online = network.isOnline();
    const misses = online && failedOffline(before);
    if (online !== before.online) {
      store.apply({ kind: 'network-changed', online });
      startOver();
      if (misses) deps.reconnected();
      return;
    }
    // What is being read counts neither as failed nor as there.
    if (before.discovery.running > 0) return;
    if (misses) tryWhenDue();
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

/** Whether anything of the list is missing for want of a network. */
export function failedOffline({ accounts, tenants }: AppState): boolean {
  return (
    accounts.some(
      ({ session }) => session.kind === 'unreachable' && ofTheNetwork.has(session.problem.kind),
    ) ||
    tenants.some(({ status }) => status.kind === 'failed' && ofTheNetwork.has(status.problem.kind))
  );
}
