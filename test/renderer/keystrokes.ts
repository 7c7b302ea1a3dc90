import type { Page } from 'playwright-core';

/**
 * Milliseconds of scripting that each keystroke of `text` costs in the filter, as Chromium counts them: the handler, the
 * drawing by React and its effects, until the next frame.
 */
export async function keystrokeScripting(page: Page, text: string): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const scripting = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
  };
  await page.getByRole('searchbox', { name: 'Filter subscriptions' }).focus();
  const costs: number[] = [];
  for (const character of text) {
    const before = await scripting();
    await page.keyboard.press(character);
    await page.evaluate(nextFrame);
    costs.push(((await scripting()) - before) * 1_000);
  }
  await session.detach();
  return costs;
}

function nextFrame(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  requestAnimationFrame(() => resolve());
  return promise;
}
