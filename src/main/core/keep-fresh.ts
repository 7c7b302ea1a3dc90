import type { ComingBackDeps, Missed } from './coming-back.ts';
import { watchComingBack } from './coming-back.ts';
import type { Discovery } from './discover.ts';
import type { Vault } from './ports/storage.ts';
import { restore } from './restore.ts';
import type { Store } from './store.ts';

export interface FreshnessDeps extends Pick<ComingBackDeps, 'presence' | 'network' | 'clock'> {
  readonly store: Store;
  readonly vault: Pick<Vault, 'read' | 'setAside'>;
  readonly discovery: Pick<Discovery, 'all' | 'account' | 'tenant'>;
  /** Looks for what is to be said ahead of time. */
  readonly lookAhead: () => void;
  /** Runs when the computer is back from sleep, after which timers are late. */
  readonly awake: () => void;
}

export interface Freshness {
  /** Shows what was remembered, unless it is sealed with a passphrase: that is shown once it is unlocked. */
  start(): Promise<void>;
  /** Shows at once what was remembered, then brings it up to date in the background. */
  show(): Promise<void>;
  stop(): void;
}

/** Milliseconds after which the list counts as old. */
const oldAfter = 15 * 60 * 1_000;

/** Milliseconds that a start has to itself before anything is read from Azure. */
const settling = 1_500;

/** Reads the list again when it is old, and when the computer or its network is back. */
export function keepFresh(deps: FreshnessDeps): Freshness {
  const { store, vault, clock, discovery, lookAhead } = deps;
  let cancelTimer: (() => void) | undefined;
  let stopWatching: (() => void) | undefined;

  const isLocked = (): boolean => store.state().lock.kind === 'locked';

  const readMissed = (missed: readonly Missed[]): void => {
    if (isLocked()) return;
    for (const one of missed) {
      void ('tenantKey' in one
        ? discovery.tenant(one.tenantKey)
        : discovery.account(one.accountKey));
    }
  };

  // The next time is set before the list is asked for, so that neither nobody's list, nor one that can't be had, nor one
  // that is stopped half way makes the next time come at once or after the end.
  const refreshAfter = (wait: number): void => {
    cancelTimer?.();
    cancelTimer = clock.after(wait, () => {
      refreshAfter(oldAfter);
      lookAhead();
      if (!isLocked()) void discovery.all();
    });
  };

  const refreshWhenOld = (): void => {
    lookAhead();
    const { finishedAt = 0 } = store.state().discovery;
    const untilOld = finishedAt + oldAfter - clock.now();
    refreshAfter(Math.min(oldAfter, Math.max(settling, untilOld)));
  };

  const show = async (): Promise<void> => {
    await restore(store, vault);
    refreshWhenOld();
  };

  const returned = (): void => {
    refreshWhenOld();
    deps.awake();
  };

  return {
    show,
    async start() {
      stopWatching = watchComingBack({ ...deps, returned, reconnected: readMissed });
      if (store.state().vault.kind === 'locked') refreshAfter(oldAfter);
      else await show();
    },
    stop() {
      cancelTimer?.();
      stopWatching?.();
    },
  };
}
