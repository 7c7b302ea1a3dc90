import type { Page } from 'playwright-core';
import { waitForState } from '../app-window.ts';
import {
  expect,
  onPreview,
  pointAtDevelopment,
  preview,
  signInFirst,
  test,
} from './azimuth-test.ts';

const copyToken = 'Copy a token for the default';

/** Records keys in the settings, with the keyboard alone once the settings are open. */
async function record(page: Page, keys: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${copyToken}: `) }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Press the keys together. Escape stops.').waitFor();
  await page.keyboard.press(keys);
}

test(
  'keys that are recorded in the settings copy a token from anywhere, until they are taken away',
  onPreview,
  async ({ stage, app, page }) => {
    await pointAtDevelopment({ stage, app, page });
    await page.getByRole('button', { name: 'Settings' }).click();
    await record(page, 'Control+Alt+C');
    await page.getByRole('button', { name: `${copyToken}: Ctrl+Alt+C` }).waitFor();
    await preview(app).control('press-shortcut', 'Control+Alt+C');
    const { activity } = await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
    await page.getByRole('button', { name: `Remove the keys: ${copyToken}` }).click();
    await waitForState(page, ({ settings }) => settings.shortcuts.copyToken === undefined);

    expect(stage.cloud.issued.has(await app.clipboardText())).toBe(true);
    expect(activity[0]).toMatchObject({ surface: 'shortcut', act: 'copied' });
    expect((await preview(app).control('app-facts', null)).shortcuts).toEqual([]);
  },
);

test(
  'keys that another program has are refused, which is said with what a desktop can run instead',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await preview(app).control('take-shortcut', 'Control+Alt+C');
    await page.getByRole('button', { name: 'Settings' }).click();
    await record(page, 'Control+Alt+C');
    await page.getByText(/^The system did not give these keys/).waitFor();
    await page.getByText('azimuth account copy-token').waitFor();
    await record(page, 'Control+Alt+V');
    const { background } = await waitForState(
      page,
      ({ settings }) => settings.shortcuts.copyToken === 'Control+Alt+V',
    );

    expect(background.shortcuts).toEqual({ copyToken: 'registered' });
    await expect(page.getByText(/^The system did not give these keys/)).toHaveCount(0);
  },
);

test('shortcuts are registered again by the next start', onPreview, async ({ stage }) => {
  const shortcuts = { copyToken: 'Control+Alt+C' };
  await stage.write('settings.json', JSON.stringify({ shortcuts }));
  const app = await stage.launch();
  await app.window();
  expect((await preview(app).control('app-facts', null)).shortcuts).toEqual(['Control+Alt+C']);
});
