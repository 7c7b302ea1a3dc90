import type { Clock } from './ports/clock.ts';

/** Wrong tries of a passphrase. They live in the process, so that a window which is loaded anew starts with no clean slate. */
export interface Attempts {
  /** When the next try is listened to (epoch milliseconds); nothing means now. */
  waitUntil(): number | undefined;
  wrong(): void;
  right(): void;
}

/** The first mistakes cost nothing: people mistype. */
const free = 2;

const longest = 5 * 60 * 1_000;

/**
 * After the third wrong try a second, then twice as long each time, five minutes at most, also where the clock is set back
 * meanwhile.
 *
 * @param waited runs when the wait is over
 */
export function createAttempts(clock: Clock, waited: () => void): Attempts {
  let count = 0;
  let until = 0;
  let cancelTimer = (): void => {};
  return {
    waitUntil() {
      const now = clock.now();
      return until > now ? Math.min(until, now + longest) : undefined;
    },
    wrong() {
      count += 1;
      if (count <= free) return;
      const wait = Math.min(longest, 1_000 * 2 ** (count - free - 1));
      until = clock.now() + wait;
      cancelTimer();
      cancelTimer = clock.after(wait, () => {
        until = 0;
        waited();
      });
    },
    right() {
      cancelTimer();
      count = 0;
      until = 0;
    },
  };
}
