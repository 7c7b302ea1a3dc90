import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

// But for what never ends, such as a spinner.
const isStill = `document.getAnimations().every(({ playState, effect }) =>
  playState !== 'running' || effect.getComputedTiming().endTime === Infinity)`;

/**
 * The rules of accessibility over a page that has come to rest: what changes colour still shows the one before. From then on
 * nothing fades, or what a timer changes while the rules run (a button that becomes pressable) would be seen half-way.
 */
export async function axeOf(page: Page): Promise<AxeBuilder> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  while (!(await page.evaluate(isStill))) await page.waitForTimeout(20);
  // Fluent UI's empty sentinels pass the focus on and never keep it.
  return new AxeBuilder({ page }).setLegacyMode().exclude('[data-tabster-dummy]');
}

/** Each rule that a page breaks, with where. */
export async function violations(page: Page): Promise<readonly string[]> {
  const axe = await axeOf(page);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
