import type { Page } from 'playwright-core';
import type { AppState } from '../src/shared/app-state.ts';
import type { Bridge, Snapshot, Update } from '../src/shared/contract.ts';

/** Waits until the window's own view of the state is as wanted, and gives it. It comes over the product's bridge. */
export async function waitForState(
  page: Page,
  wanted: (state: AppState) => boolean,
  timeout = 30_000,
): Promise<AppState> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const state = await readState(page);
    if (wanted(state)) return state;
    if (Date.now() > deadline) throw new Error('the app did not come to the wanted state in time');
    await page.waitForTimeout(50);
  }
}

export function readState(page: Page): Promise<AppState> {
  return page.evaluate(
    () =>
      new Promise<AppState>((resolve) => {
        const bridge: Bridge = Reflect.get(globalThis, 'azimuth');
        const stop = bridge.watch((message: Snapshot | Update) => {
          if (!('state' in message)) return;
          resolve(message.state);
          setTimeout(() => stop(), 0);
        });
      }),
  );
}

/** Whether nothing is being read from Azure and there is something to show. */
export function isSettled({ discovery, accounts }: AppState): boolean {
  return discovery.running === 0 && discovery.finishedAt !== undefined && accounts.length > 0;
}
