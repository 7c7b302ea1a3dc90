import type { Locator, Page } from 'playwright-core';
import { setStage } from '../stage.ts';
import type { Stage } from '../stage.ts';
import type { Row } from './row.ts';
import { median, milliseconds, percentile } from './row.ts';
import { signedIn } from './signed-in.ts';

const starts = 5;
const words = ['subscription', 'production', 'tenant', 'contoso', 'con prod'];

/** What the window costs: its start with a long list, and a keystroke in the filter. */
export async function measureWindow(): Promise<readonly Row[]> {
  const [empty, start] = await inTurn({ tenants: 6 }, { tenants: 100, subscriptionsPerTenant: 21 });
  const short = await measureTyping({ tenants: 15, subscriptionsPerTenant: 10 });
  const long = await measureTyping({ tenants: 106, subscriptionsPerTenant: 100 });
  return [
    {
      what: `start → window usable with ${start.subscriptions} remembered subscriptions`,
      measured: milliseconds(start.time),
      against: `an empty window on the same host, ${milliseconds(empty.time)}`,
      ratio: start.time / empty.time,
      budget: { atMost: 1.3 },
    },
    {
      what: `one keystroke in the filter, ${long.subscriptions} subscriptions, p95 of its scripting`,
      measured: milliseconds(long.filter),
      against: `${short.subscriptions} subscriptions, ${milliseconds(short.filter)}`,
      ratio: long.filter / short.filter,
      budget: { atMost: 2 },
    },
    withinFrame('the filter', long.subscriptions, long.filter),
    withinFrame('the palette', long.subscriptions, long.palette),
  ];
}

interface Measured {
  /** Milliseconds. */
  readonly time: number;
  readonly subscriptions: number;
}

type Size = { readonly tenants: number; readonly subscriptionsPerTenant?: number };

/** Starts both in turn, so that a machine that slows down slows both down. */
async function inTurn(without: Size, with_: Size): Promise<readonly [Measured, Measured]> {
  const empty = await setStage(without);
  const full = await setStage(with_);
  try {
    const { app, subscriptions } = await signedIn(full);
    await app.quit();
    const times = { empty: [] as number[], full: [] as number[] };
    for (let round = 0; round < starts; round += 1) {
      times.empty.push(await startOnce(empty, 'button'));
      times.full.push(await startOnce(full, 'row'));
    }
    return [
      { time: median(times.empty), subscriptions: 0 },
      { time: median(times.full), subscriptions },
    ];
  } finally {
    await empty.close();
    await full.close();
  }
}

/** Milliseconds until the first row, or the first screen's button, can be used. */
async function startOnce(stage: Stage, waitFor: 'button' | 'row'): Promise<number> {
  const start = performance.now();
  const app = await stage.launch();
  const page = await app.window();
  const usable =
    waitFor === 'row'
      ? page.getByRole('row').nth(3)
      : page.getByRole('button', { name: 'Sign in', exact: true });
  await usable.waitFor();
  const took = performance.now() - start;
  await app.quit();
  return took;
}

/** @param time milliseconds of scripting */
const withinFrame = (where: string, subscriptions: number, time: number): Row => ({
  what: `one keystroke in ${where}, ${subscriptions} subscriptions, p95 of its scripting`,
  measured: milliseconds(time),
  against: 'one frame at 60 Hz, 16.7 ms',
  ratio: time / (1_000 / 60),
  budget: { atMost: 1 },
});

interface MeasuredTyping {
  readonly subscriptions: number;
  readonly filter: number;
  readonly palette: number;
}

async function measureTyping(size: Size): Promise<MeasuredTyping> {
  const stage = await setStage(size);
  try {
    const { page, subscriptions } = await signedIn(stage);
    const filter = await typeInto(
      page,
      page.getByRole('searchbox', { name: 'Filter subscriptions' }),
    );
    await page.keyboard.press('Control+k');
    const palette = await typeInto(page, page.getByRole('combobox', { name: /^Find/ }));
    return { subscriptions, filter, palette };
  } finally {
    await stage.close();
  }
}

async function typeInto(page: Page, field: Locator): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const scripting = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
  };
  const times: number[] = [];
  for (const word of [...words, ...words]) {
    await field.fill('');
    for (const letter of word) {
      const before = await scripting();
      await page.keyboard.press(letter);
      await page.waitForTimeout(60);
      times.push((await scripting()) - before);
    }
  }
  return percentile(times, 0.95);
}
