import type { Clock } from '../core/ports/clock.ts';
import type { Store } from '../core/store.ts';

export interface TrayWatch {
  readonly store: Pick<Store, 'state' | 'apply'>;
  readonly clock: Pick<Clock, 'after'>;
  /** Asks the desktop whether it shows tray icons. */
  readonly isShown: () => Promise<boolean>;
  /** A tray is shown that was not there before: the icon has to be put up again. */
  readonly appeared: () => void;
}

/** Milliseconds between two looks, and how many there are: a panel may begin minutes after the programs of a session. */
const pause = 3_000;
const looksAtMost = 60;

/**
 * Keeps the state's word on whether a tray is shown; a panel may come late, and an extension of the desktop may come and go.
 * It looks until a tray is there, for some minutes.
 *
 * @returns looks now, and again for some minutes; done when the state says what there is now
 */
export function watchTray({ store, clock, isShown, appeared }: TrayWatch): () => Promise<void> {
  let stopWaiting: () => void = () => undefined;

  const look = async (): Promise<boolean> => {
    const trayShown = await isShown();
    const changed = trayShown !== store.state().background.trayShown;
    if (changed) store.apply({ kind: 'background-changed', change: { trayShown } });
    return changed && trayShown;
  };

  const wait = (left: number): void => {
    stopWaiting();
    if (left === 0 || store.state().background.trayShown) return;
    stopWaiting = clock.after(pause, () => void lookOut(left - 1));
  };

  const lookOut = async (left = looksAtMost): Promise<void> => {
    if (await look()) appeared();
    wait(left);
  };

  // The icon has just been put up: a tray that is there shows it already.
  void look().then(() => wait(looksAtMost));
  return () => lookOut();
}
