import type { Page } from 'playwright-core';
import { waitForState } from '../app-window.ts';
import { violations } from '../axe.ts';
import { test as base, expect, onPreview, preview, signInFirst } from './azimuth-test.ts';
import type { RunningApp, WindowFacts } from './running-app.ts';
import { agreeToLive, createLive } from './live-context.ts';
import { isLocked, isOpen } from './protection.ts';

const keys = 'Control+Alt+K';

/** With keys for the palette, as a person recorded them. */
const withKeys = JSON.stringify({ shortcuts: { palette: keys } });

const small = async (app: RunningApp): Promise<WindowFacts | undefined> =>
  (await app.windows()).find(({ url }) => url.endsWith('/palette.html'));

const field = (page: Page) => page.getByRole('combobox', { name: /^Find a subscription/ });

/** The palette after its keys were pressed. */
async function openPalette(app: RunningApp): Promise<Page> {
  await preview(app).control('press-shortcut', keys);
  const palette = await preview(app).palette();
  await expect.poll(async () => (await small(app))?.visible).toBe(true);
  await palette.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  return palette;
}

async function isAway(app: RunningApp): Promise<void> {
  await expect.poll(async () => (await small(app))?.visible).toBe(false);
}

/** Somebody is signed in, and has the palette before them. */
const test = base.extend<{ readonly palette: Page }>({
  async palette({ stage, app, page }, use) {
    await signInFirst({ stage, app, page });
    await use(await openPalette(app));
  },
});

test.beforeEach(({ stage }) => stage.write('settings.json', withKeys));

test(
  'keys bring a small window from anywhere, which switches and is away again',
  onPreview,
  async ({ app, page, palette }) => {
    await field(palette).fill('cont dev');
    await palette.keyboard.press('Enter');
    await isAway(app);
    const { selection, subscriptions } = await waitForState(
      page,
      (state) => state.selection.defaultSubscriptionKey !== undefined,
    );
    await openPalette(app);

    expect(
      subscriptions.find(({ key }) => key === selection.defaultSubscriptionKey)?.displayName,
    ).toBe('Contoso Development');
    await expect(field(palette)).toHaveValue('');
    await expect(field(palette)).toBeFocused();
    await expect(palette.getByRole('option').first()).toContainText('Contoso Development');
  },
);

test(
  'it goes on Escape, when another window gets the focus, and by the same keys',
  onPreview,
  async ({ app, palette }) => {
    await palette.keyboard.press('Escape');
    await isAway(app);
    await openPalette(app);
    await preview(app).control('emit-second-instance', []);
    await isAway(app);
    await openPalette(app);
    await preview(app).control('press-shortcut', keys);
    await isAway(app);
  },
);

test(
  'a token goes from it to the clipboard, is told of and recorded, and is nowhere in its page',
  onPreview,
  async ({ stage, app, page, palette }) => {
    await field(palette).fill('cont dev');
    await palette.keyboard.press('Control+Enter');
    const { activity } = await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
    await isAway(app);
    const token = await app.clipboardText();

    expect(stage.cloud.issued.has(token)).toBe(true);
    expect(activity[0]).toMatchObject({ surface: 'palette', act: 'copied' });
    await expect
      .poll(async () => (await app.notifications()).map(({ title }) => title))
      .toEqual(['Token for Azure Resource Manager copied']);
    expect(await palette.content()).not.toContain(token);
  },
);

test(
  'production asks in the window before the palette copies',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await createLive(stage);
    const palette = await openPalette(app);
    await field(palette).fill('live');
    await expect(palette.getByRole('option', { selected: true })).toContainText('Production');
    await palette.keyboard.press('Control+Enter');
    const question = page.getByRole('alertdialog', { name: 'Hand out a token of production?' });
    await question.getByText('Palette', { exact: true }).waitFor();

    expect(await agreeToLive(stage, app, page)).toEqual(['', true]);
  },
);

test(
  'what only the window can show, it shows there; a locked app offers nothing but to be unlocked',
  onPreview,
  async ({ app, page, palette }) => {
    await field(palette).fill('activity');
    await palette.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Activity' }).waitFor();
    await isAway(app);
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await isLocked(page);
    await openPalette(app);
    await palette.getByRole('heading', { name: 'Azimuth is locked' }).waitFor();
    const offered = await palette.getByRole('button').allInnerTexts();
    await palette.getByRole('button', { name: 'Unlock' }).click();
    await isOpen(page);
    await field(palette).waitFor();

    expect(offered).toEqual(['Unlock']);
  },
);

test(
  'the small window is as locked down as the other, and a page that is not ours gets nothing there either',
  onPreview,
  async ({ app, palette }) => {
    const facts = await small(app);
    const reachable = await palette.evaluate(() =>
      Object.keys(Reflect.get(globalThis, 'azimuth')).toSorted(),
    );

    expect(facts?.options).toMatchObject({
      frame: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      webPreferences: await app.windowPreferences(),
    });
    expect(reachable).toEqual(['run', 'watch']);
    expect(await violations(palette)).toEqual([]);
    await app.setTheme('dark');
    await palette.waitForFunction(
      () => Reflect.get(globalThis, 'document').documentElement.style.colorScheme === 'dark',
    );
    expect(await violations(palette)).toEqual([]);
  },
);

test(
  'a hidden palette keeps no app running that ends with its window',
  onPreview,
  async ({ app, palette }) => {
    await palette.keyboard.press('Escape');
    await isAway(app);
    await app.closeWindow();

    expect(await app.exited()).toBe(0);
  },
);
