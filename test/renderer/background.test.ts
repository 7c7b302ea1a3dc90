import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

describe('the settings about the background', () => {
  it('change what they say', async () => {
    const page = await stage.open('signedIn');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: /^Keep running/, checked: true }).click();
    await page.getByRole('switch', { name: /^Start when you sign in/, checked: false }).click();

    expect((await sentBy(page)).slice(-2)).toEqual([
      { name: 'change-settings', input: { keepRunning: false } },
      { name: 'open-at-login', input: { on: true } },
    ]);
  });

  it('say what leads back to the window where no tray does, and offer nothing that the system can’t', async () => {
    const page = await stage.open('signedIn');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.evaluate(() => window.fake.change({ background: { trayShown: false } }));
    await page.getByText(/^This desktop shows no tray icons/).waitFor();

    expect([
      await page.getByRole('switch', { name: /^Keep running/ }).isChecked(),
      await page.getByRole('switch', { name: /^Start when you sign in/ }).count(),
    ]).toEqual([false, 0]);
  });
});

describe('the window that is asked for a page', () => {
  it('shows it and says so', async () => {
    const page = await stage.open('signedIn');
    await page.evaluate(() => window.fake.change({ wanted: { page: 'find' } }));
    await page.locator('input#subscription-filter:focus').waitFor();
    await page.evaluate(() => window.fake.change({ wanted: {} }));
    await page.evaluate(() => window.fake.change({ wanted: { page: 'settings' } }));
    await page.getByRole('complementary', { name: 'Settings' }).waitFor();

    const sent = await sentBy(page);
    expect(sent.filter(({ name }) => name === 'page-shown')).toHaveLength(2);
  });
});
