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

/** After the third wrong try a second, then twice as long each time, five minutes at most. */
export function createAttempts(clock: Pick<Clock, 'now'>): Attempts {
  let count = 0;
  let until = 0;
  return {
    waitUntil: () => (until > clock.now() ? until : undefined),
    wrong() {
      count += 1;
      if (count <= free) return;
      until = clock.now() + Math.min(longest, 1_000 * 2 ** (count - free - 1));
    },
    right() {
      count = 0;
      until = 0;
    },
  };
}
