import { readState, waitForState } from '../app-window.ts';
import type { RunningApp } from './launch.ts';
import { expect, onPreview, signInFirst, test } from './azimuth-test.ts';
import { azimuth } from './protection.ts';

/** Closes the window; its page is gone when this is done. */
async function close(app: RunningApp): Promise<void> {
  const page = await app.window();
  await app.closeWindow();
  await expect.poll(() => page.isClosed()).toBe(true);
}

/** As on a desktop that shows tray icons. */
const withTray = { environment: { AZIMUTH_TRAY: 'yes' } };

test('where no tray is shown, the app ends with its window', onPreview, async ({ app, page }) => {
  await waitForState(page, ({ about }) => about.restored);
  await app.closeWindow();
  expect(await app.exited()).toBe(0);
});

test(
  'where one is shown, the app outlives its window, says so once, and a second start brings the window back',
  onPreview,
  async ({ stage }) => {
    const app = await stage.launch(withTray);
    const page = await app.window();
    await signInFirst({ stage, app, page });
    await waitForState(page, ({ background }) => background.trayShown);
    await close(app);
    await expect.poll(async () => (await app.notifications()).length).toBe(1);
    const listed = await azimuth(stage.profile, ['account', 'list', '--query', '[].name']);

    const second = await stage.launch(withTray);
    expect(await second.exited()).toBe(0);
    await waitForState(await app.window(), ({ accounts }) => accounts.length === 1);
    await close(app);
    await app.clickTray(['Open Azimuth']);
    await waitForState(await app.window(), ({ accounts }) => accounts.length === 1);
    const told = await app.notifications();
    await app.clickTray(['Quit Azimuth']);

    expect(await app.exited()).toBe(0);
    expect(JSON.parse(listed.stdout)).toContain('Contoso Development');
    expect(told.map(({ title }) => title)).toEqual(['Azimuth keeps running']);
  },
);

test('the settings can end the app with its window all the same', onPreview, async ({ stage }) => {
  const app = await stage.launch(withTray);
  const page = await app.window();
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: 'Settings' }).click();
  const keep = page.getByRole('switch', { name: /^Keep running/ });
  await expect(keep).toBeChecked();
  await keep.click();
  await waitForState(page, ({ settings }) => settings.keepRunning === false);
  await app.closeWindow();
  expect(await app.exited()).toBe(0);
});

test(
  'a hidden start shows no window before it is asked for, and ends by the command line',
  onPreview,
  async ({ stage }) => {
    const app = await stage.launch({ args: ['--hidden'] });
    await expect.poll(async () => (await app.trayMenu()).length).toBeGreaterThan(0);
    // The command line is served once everything is remembered.
    const listed = await azimuth(stage.profile, ['account', 'list']);
    const before = await app.windows();
    const again = await stage.launch({ args: ['--hidden'] });
    await again.exited();
    const still = await app.windows();
    await (await stage.launch()).exited();
    await waitForState(await app.window(), ({ about }) => about.restored);
    await app.closeWindow();
    const { code } = await azimuth(stage.profile, ['quit']);

    expect(await app.exited()).toBe(0);
    expect([listed.stdout.trim(), before, still, code]).toEqual(['[]', [], [], 0]);
  },
);

test(
  'before anybody is signed in, the tray leads to the settings, and what is changed there lasts',
  onPreview,
  async ({ stage }) => {
    const app = await stage.launch(withTray);
    const page = await app.window();
    await waitForState(page, ({ about }) => about.restored);
    await app.clickTray(['Settings…']);
    const settings = page.getByRole('complementary', { name: 'Settings' });
    await settings.getByRole('radio', { name: 'Dark' }).click();
    await waitForState(page, ({ settings: { theme } }) => theme === 'dark');
    await page.keyboard.press('Escape');
    await expect(settings).toBeHidden();
    await signInFirst({ stage, app, page });
    const { wanted, settings: kept } = await readState(page);

    expect([wanted.page, kept.theme]).toEqual([undefined, 'dark']);
    await expect(settings).toBeHidden();
  },
);

test(
  'before anybody is signed in, the window’s menu and a task lead to the settings too',
  onPreview,
  async ({ stage, app, page }) => {
    await waitForState(page, ({ about }) => about.restored);
    const settings = page.getByRole('complementary', { name: 'Settings' });
    await app.clickApplicationMenu(['File', 'Settings…']);
    await expect(settings).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(settings).toBeHidden();
    const second = await stage.launch({ args: ['--settings'] });
    await second.exited();
    await expect(settings).toBeVisible();
  },
);

test(
  'a second start with a task carries it out in the app that runs',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    const second = await stage.launch({ args: ['--settings'] });
    await second.exited();
    await expect(page.getByRole('complementary').getByText('Background')).toBeVisible();
  },
);
