import type { AppState } from '../../shared/app-state.ts';
import type { ProblemKind } from '../../shared/problem.ts';
import type { Clock } from './ports/clock.ts';
import type { Network, Presence } from './ports/desktop.ts';
import type { Store } from './store.ts';

/** Milliseconds between two looks at the network: it has no event of its own. */
const lookEvery = 5_000;

export interface ComingBackDeps {
  readonly store: Pick<Store, 'state' | 'apply'>;
  readonly presence: Presence;
  readonly network: Network;
  readonly clock: Clock;
  /** The computer woke up or its screen was unlocked: timers may be late. */
  readonly returned: () => void;
  /** There is a network again, and something had failed without one. */
  readonly reconnected: () => void;
}

/** Watches for the computer's return from sleep and for the network's return. The answer ends it. */
export function watchComingBack(deps: ComingBackDeps): () => void {
  const { store, network, clock } = deps;
  let cancelTimer: () => void = () => undefined;

  const look = (): void => {
    cancelTimer();
    cancelTimer = clock.after(lookEvery, look);
    const online = network.isOnline();
    if (online === store.state().online) return;
    store.apply({ kind: 'network-changed', online });
    if (online && failedOffline(store.state())) deps.reconnected();
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
