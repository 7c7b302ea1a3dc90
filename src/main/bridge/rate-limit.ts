import type { Clock } from '../core/ports/clock.ts';

/** Takes one of what is left. The answer is how many seconds to wait for the next one; 0 means go on. */
export type RateLimit = () => number;

/** So many at once, and then as many a minute. */
export function createRateLimit(perMinute: number, clock: Pick<Clock, 'now'>): RateLimit {
  const perMillisecond = perMinute / 60_000;
  let left = perMinute;
  let at = clock.now();
  return () => {
    const now = clock.now();
    // A clock that is set back takes nothing away.
    left = Math.min(perMinute, left + Math.max(0, now - at) * perMillisecond);
    at = now;
    if (left < 1) return Math.ceil((1 - left) / perMillisecond / 1_000);
    left -= 1;
    return 0;
  };
}
