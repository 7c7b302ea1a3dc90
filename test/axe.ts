import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

// But for what never ends, such as a spinner.
const isStill = `document.getAnimations().every(({ playState, effect }) =>
  playState !== 'running' || effect.getComputedTiming().endTime === Infinity)`;

const watch = `{
  globalThis.pressabilityChanged = false;
  new MutationObserver(() => { globalThis.pressabilityChanged = true; })
    .observe(document, { subtree: true, attributeFilter: ['disabled', 'aria-disabled'] });
}`;

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

/**
 * The rules of accessibility over a page that has come to rest: what changes colour still shows the one before. Where a button
 * became pressable meanwhile, as in a question that can be answered after a moment, they run again: one rule took it for what
 * it was, and another for what it is.
 *
 * @param narrow the rules that count, if not all of them
 */
export async function analyze(
  page: Page,
  narrow: (axe: AxeBuilder) => AxeBuilder = (axe) => axe,
): Promise<Results['violations']> {
  while (!(await page.evaluate(isStill))) await page.waitForTimeout(20);
  await page.evaluate(watch);
  // Fluent UI's empty sentinels pass the focus on and never keep it.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('[data-tabster-dummy]');
  const { violations: found } = await narrow(axe).analyze();
  const hasChanged = await page.evaluate('globalThis.pressabilityChanged');
  return hasChanged === true ? analyze(page, narrow) : found;
}

/** Each rule that a page breaks, with where and how. */
export async function violations(page: Page): Promise<readonly string[]> {
  const found = await analyze(page);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
