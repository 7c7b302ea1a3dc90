import type { LockReason } from '../../shared/app-state.ts';
import type { Clock } from './ports/clock.ts';
import type { Presence } from './ports/desktop.ts';
import type { Store } from './store.ts';

/** Milliseconds between two looks at whether somebody is there. */
const lookEvery = 5_000;

/** Locks when the person leaves, as far as the settings want it. The answer ends it. */
export function lockWhenLeaving(
  store: Pick<Store, 'state' | 'subscribe'>,
  presence: Presence,
  clock: Clock,
  lock: (why: LockReason) => void,
): () => void {
  let cancelTimer: (() => void) | undefined;

  const look = (): void => {
    watch();
    const { lockAfterMinutes } = store.state().settings;
    if (presence.idleSeconds() >= lockAfterMinutes * 60) lock('idle');
  };

  /** Looks again only as long as somebody wants that. */
  const watch = (): void => {
    cancelTimer?.();
    const wanted = store.state().settings.lockAfterMinutes > 0;
    cancelTimer = wanted ? clock.after(lookEvery, look) : undefined;
  };

  watch();
  const unsubscribe = store.subscribe(({ changed }) => {
    if (changed.settings) watch();
  });
  presence.onLeaving((why) => {
    if (store.state().settings.lockWithScreen) lock(why);
  });
  return () => {
    unsubscribe();
    cancelTimer?.();
  };
}
