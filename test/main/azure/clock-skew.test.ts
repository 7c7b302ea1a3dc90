import { describe, expect, test } from 'vitest';
import { watchClock } from '../../../src/main/azure/clock-skew.ts';
import type { Notice } from '../../../src/shared/app-state.ts';
import { createFakeClock, startOfTime } from '../core/fakes.ts';

const minutes = 60_000;

/** A server whose clock differs from ours by some milliseconds, or that has none. */
function watching(difference: number | undefined) {
  const clock = createFakeClock();
  const notices: Notice[] = [];
  const asked: [address: string, init: RequestInit | undefined][] = [];
  const answer = new Response('body', {
    headers:
      difference === undefined ? {} : { date: new Date(startOfTime + difference).toUTCString() },
  });
  const fetch = watchClock(
    async (address, init) => {
      asked.push([address, init]);
      return answer;
    },
    clock,
    (notice) => notices.push(notice),
  );
  return { fetch, notices, asked, answer };
}

describe('the clock of this computer', () => {
  test.each([
    [-60 * minutes, '60 minutes ahead of'],
    [60 * minutes, '60 minutes behind'],
    [-6 * minutes, '6 minutes ahead of'],
  ])('is said to be wrong by what the answers tell (%i)', async (difference, words) => {
    const { fetch, notices } = watching(difference);
    await fetch('https://login.example/');

    expect(notices).toEqual([
      {
        id: 'clock-skew',
        tone: 'warning',
        message: `Your computer's clock is ${words} Azure's. Set it to the right time: tokens may be refused until then.`,
      },
    ]);
  });

  test.each([[0], [5 * minutes], [-5 * minutes], [undefined]])(
    'is not spoken of when it is near enough, or when nobody tells (%s)',
    async (difference) => {
      const { fetch, notices } = watching(difference);
      await fetch('https://login.example/');

      expect(notices).toEqual([]);
    },
  );

  test('is spoken of once', async () => {
    const { fetch, notices } = watching(60 * minutes);
    await fetch('https://login.example/');
    await fetch('https://login.example/');

    expect(notices).toHaveLength(1);
  });

  test('is watched without touching what is asked and answered', async () => {
    const { fetch, asked, answer } = watching(60 * minutes);
    const init = { method: 'POST' };

    expect(await fetch('https://login.example/', init)).toBe(answer);
    expect(asked).toEqual([['https://login.example/', init]]);
  });

  test('says nothing about a request that failed', async () => {
    const notices: Notice[] = [];
    const failing = watchClock(
      () => Promise.reject(new Error('offline')),
      createFakeClock(),
      (notice) => notices.push(notice),
    );

    await expect(failing('https://login.example/')).rejects.toThrow('offline');
    expect(notices).toEqual([]);
  });
});
