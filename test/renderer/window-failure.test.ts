import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../axe.ts';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

/** Main breaks its promise: it says that all went well, and sends nothing. */
async function openWithoutReport(): Promise<Page> {
  const page = await stage.open('signedIn');
  await page.evaluate(() => window.fake.answer('read-secret-places', { ok: true, value: null }));
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Where secrets are' }).click();
  await page.getByRole('alert').waitFor();
  return page;
}

describe('a window that can’t be drawn', () => {
  it('says so instead of being blank, tells main for the log, and is there again after a key', async () => {
    const page = await openWithoutReport();
    const said = await page.getByRole('alert').textContent();
    const sent = (await sentBy(page)).find(({ name }) => name === 'report-window-failure');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Settings' }).waitFor();

    expect([said, sent, await page.getByRole('alert').count()]).toEqual([
      expect.stringContaining('This window could not be drawn'),
      {
        name: 'report-window-failure',
        input: {
          message: expect.stringContaining('TypeError'),
          stack: expect.stringMatching(/\n\s+at /),
        },
      },
      0,
    ]);
  });

  it.each(['light', 'dark'] as const)('can be read by everybody (%s)', async (colorScheme) => {
    const page = await openWithoutReport();
    await page.emulateMedia({ colorScheme });
    await page.getByText('Details').click();

    expect(await violations(page)).toEqual([]);
  });

  it('is said also when a dialog was open, which hid the rest from screen readers', async () => {
    const page = await stage.open('signedIn');
    await page.getByRole('button', { name: 'Actions for', exact: false }).first().click();
    await page.getByRole('menuitem', { name: 'Sign out…' }).click();
    await page.locator('#root[aria-hidden="true"]').waitFor({ state: 'attached' });
    await page.evaluate(() => window.fake.change(JSON.parse('{ "subscriptions": null }')));
    const again = page.getByRole('button', { name: 'Load the window again' });
    await again.waitFor();

    expect(await again.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});
