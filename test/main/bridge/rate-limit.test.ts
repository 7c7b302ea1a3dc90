import { expect, test } from 'vitest';
import { createRateLimit } from '../../../src/main/bridge/rate-limit.ts';
import { createFakeClock } from '../core/fakes.ts';

test('so many go at once; then each waits for its turn', () => {
  const clock = createFakeClock();
  const limit = createRateLimit(30, clock);
  const burst = Array.from({ length: 31 }, limit);
  clock.advance(2_000);
  const later = [limit(), limit()];

  expect([burst.filter((wait) => wait === 0).length, burst.at(-1), later]).toEqual([30, 2, [0, 2]]);
});
