import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Bridge } from '../../src/shared/contract.ts';
import type { Stage } from '../stage.ts';
import { expect, onPreview, preview, signInFirst, test } from './azimuth-test.ts';

/** What React drew as a whole is taken out of its hands, so that it can't take it away itself. */
const takeApart = (page: Page, whole: string): Promise<void> =>
  page.evaluate(`document.querySelector(${JSON.stringify(whole)}).remove()`);

const lock = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const bridge: Bridge = Reflect.get(globalThis, 'azimuth');
    return bridge.run('lock', {});
  });

const log = (stage: Stage): Promise<string> =>
  readFile(join(stage.profile, 'logs', 'azimuth.log'), 'utf8');

const failure = (page: Page) => page.getByRole('alert');

test('a window that can not be drawn says so, tells the log, and comes back when it is loaded again', async ({
  stage,
  page,
}) => {
  await takeApart(page, ':has(> main)');
  await lock(page);
  await expect(failure(page)).toContainText('This window could not be drawn');
  await expect
    .poll(() => log(stage))
    .toMatch(/"window":"window".*NotFoundError.*could not be drawn/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Azimuth is locked' })).toBeVisible();
});

test(
  'so does the palette on the desktop, which Escape puts away',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    const isShown = async () =>
      (await app.windows()).find(({ url }) => url.endsWith('/palette.html'))?.visible;
    const shows = (shown: boolean): Promise<unknown> =>
      page.evaluate((wanted) => {
        const bridge: Bridge = Reflect.get(globalThis, 'azimuth');
        return bridge.run('show-palette', { shown: wanted });
      }, shown);
    await shows(true);
    const palette = await preview(app).palette();
    await palette.getByRole('combobox').waitFor();
    await takeApart(palette, 'main');
    await shows(false);
    await expect.poll(() => log(stage)).toContain('"window":"palette"');
    await shows(true);
    await expect(failure(palette)).toBeVisible();
    await palette.keyboard.press('Escape');
    await expect.poll(isShown).toBe(false);
    await shows(true);
    await palette.getByRole('button', { name: 'Load the window again' }).click();
    await expect(palette.getByRole('combobox')).toBeFocused();
  },
);
