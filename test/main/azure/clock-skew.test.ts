import { describe, expect, test } from 'vitest';
import { watchClock } from '../../../src/main/azure/clock-skew.ts';
import { storeWith } from '../core/examples.ts';
import { createFakeClock, startOfTime } from '../core/fakes.ts';

const minutes = 60_000;

/** Answers of servers whose clocks differ from ours by some milliseconds, or that have none. */
function watching(...differences: readonly (number | undefined)[]) {
  const store = storeWith();
  const asked: [address: string, init: RequestInit | undefined][] = [];
  const answers = differences.map((difference) => {
    const told = difference === undefined ? {} : { date: dateAfter(difference) };
    return new Response('body', { headers: told });
  });
  const left = [...answers];
  const fetch = watchClock(
    async (address, init) => {
      asked.push([address, init]);
      const answer = left.shift();
      if (!answer) throw new Error('offline');
      return answer;
    },
    createFakeClock(),
    store,
  );
  return { fetch, store, asked, answers };
}

const dateAfter = (difference: number): string => new Date(startOfTime + difference).toUTCString();

/** What is said after each answer. */
async function saidAfter(...differences: readonly (number | undefined)[]) {
  const { fetch, store } = watching(...differences);
  const said: string[][] = [];
  for (const _answer of differences) {
    await fetch('https://login.example/');
    said.push(store.state().notices.map(({ message }) => message.split('.')[0] ?? ''));
  }
  return said;
}

const ahead = ["Your computer's clock is 60 minutes ahead of Azure's"];
const behind = ["Your computer's clock is 60 minutes behind Azure's"];

describe('the clock of this computer', () => {
  test.each([
    [-60 * minutes, '60 minutes ahead of'],
    [60 * minutes, '60 minutes behind'],
    [-6 * minutes, '6 minutes ahead of'],
  ])('is said to be wrong by what the answers tell (%i)', async (difference, words) => {
    const { fetch, store } = watching(difference);
    await fetch('https://login.example/');

    expect(store.state().notices).toEqual([
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
      expect(await saidAfter(difference)).toEqual([[]]);
    },
  );

  test.each([
    ['set right', [-60, 0], [ahead, []]],
    ['turned too far', [-60, 60], [ahead, behind]],
    ['right, and then wrong again', [-60, 1, -60], [ahead, [], ahead]],
    ['not told any more', [-60, undefined], [ahead, ahead]],
  ])('is spoken of as it is once it is %s', async (_how, differences, said) => {
    const each = differences.map((one) => one && one * minutes);

    expect(await saidAfter(...each)).toEqual(said);
  });

  test('is spoken of until it is clearly right, not at every second round the border', async () => {
    const six = ["Your computer's clock is 6 minutes ahead of Azure's"];
    const each = [-6, -4.9, -5.1, -3.9, -4.9, -5].map((one) => one * minutes);

    expect(await saidAfter(...each)).toEqual([six, six, six, [], [], []]);
  });

  test('is right where an answer came late: the computer may have slept meanwhile', async () => {
    const store = storeWith();
    const clock = createFakeClock();
    const fetch = watchClock(
      async () => {
        clock.advance(60 * minutes);
        return new Response('body', { headers: { date: dateAfter(minutes) } });
      },
      clock,
      store,
    );
    await fetch('https://login.example/');

    expect(store.state().notices).toEqual([]);
  });

  test('is not spoken of again to whoever has read it', async () => {
    const { fetch, store } = watching(60 * minutes, 61 * minutes);
    await fetch('https://login.example/');
    store.apply({ kind: 'notice-dismissed', noticeId: 'clock-skew' });
    await fetch('https://login.example/');

    expect(store.state().notices).toEqual([]);
  });

  test('is watched without touching what is asked and answered', async () => {
    const { fetch, asked, answers } = watching(60 * minutes);
    const init = { method: 'POST' };

    expect(await fetch('https://login.example/', init)).toBe(answers[0]);
    expect(asked).toEqual([['https://login.example/', init]]);
  });

  test('says nothing about a request that failed', async () => {
    const { fetch, store } = watching();

    await expect(fetch('https://login.example/')).rejects.toThrow('offline');
    expect(store.state().notices).toEqual([]);
  });
});
