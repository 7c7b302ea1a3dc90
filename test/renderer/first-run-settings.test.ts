import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const panel = (page: Page, name: string) => page.getByRole('complementary', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What has the focus, by its words. */
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.textContent);

async function openSettings(): Promise<Page> {
  const page = await stage.open('firstRun');
  await button(page, 'Settings').click();
  await panel(page, 'Settings').waitFor();
  return page;
}

describe('the settings before anybody is signed in', () => {
  it.each([720, 1200])(
    'open and close by key at %d pixels, and the focus goes along',
    async (width) => {
      const page = await stage.open('firstRun', { width, height: 720 });
      const gear = button(page, 'Settings');
      await gear.press('Enter');
      await panel(page, 'Settings').waitFor();
      const inside = await panel(page, 'Settings').evaluate((one) =>
        one.contains(document.activeElement),
      );
      await page.keyboard.press('Escape');
      await panel(page, 'Settings').waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.textContent === 'Settings');

      expect(inside).toBe(true);
      expect(await gear.getAttribute('aria-expanded')).toBe('false');
    },
  );

  it('leave the way to sign in uncovered where there is room', async () => {
    const page = await stage.open('firstRun', { width: 1200, height: 720 });
    await button(page, 'Settings').click();
    const settings = await panel(page, 'Settings').boundingBox();
    const column = await page.getByText('Sign in once, see every Azure').boundingBox();

    expect((column?.x ?? 0) + (column?.width ?? 0)).toBeLessThanOrEqual(settings?.x ?? 0);
  });

  it('change what they say', async () => {
    const page = await openSettings();
    await page.getByRole('radio', { name: 'Dark' }).click();

    expect(await sentBy(page)).toContainEqual({
      name: 'change-settings',
      input: { theme: 'dark' },
    });
  });

  it.each([
    ['Clouds…', 'Clouds'],
    ['Where secrets are', 'Where secrets are'],
    ['What Azure CLI has here', 'Azure CLI'],
    ['Port and grants…', 'SDK endpoint'],
  ])('lead by “%s” to a panel, from where Escape leads back to their button', async (way, name) => {
    const page = await openSettings();
    await button(page, way).click();
    await panel(page, name).waitFor();
    await page.keyboard.press('Escape');
    await panel(page, name).waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement !== document.body);

    expect(await focused(page)).toBe('Settings');
  });

  it('lead to no grant, which would be of nobody', async () => {
    const page = await openSettings();
    await button(page, 'Port and grants…').click();
    await page.getByText('Sign in to make one.').waitFor();

    expect(await button(page, 'New grant').count()).toBe(0);
  });

  it('have a question that goes with its answer, though the screen stays', async () => {
    const page = await openSettings();
    await button(page, 'Where secrets are').click();
    await button(page, 'Sign out of everything…').click();
    await button(page, 'Sign out and remove').click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });

    expect(await sentBy(page)).toContainEqual({ name: 'wipe', input: { settings: false } });
  });

  it('give way to a sign-in, and leave it the focus', async () => {
    const page = await openSettings();
    await button(page, 'Clouds…').click();
    await button(page, 'Sign in to Azure').focus();
    await page.evaluate(() => window.fake.change({ signIn: window.states.browser().signIn }));
    await panel(page, 'Clouds').waitFor({ state: 'detached' });

    expect(await focused(page)).toBe('Continue in your browser');
  });

  it('are gone once somebody is signed in', async () => {
    const page = await openSettings();
    await page.evaluate(() => window.fake.change(window.states.signedIn()));
    await page.getByRole('navigation', { name: 'Accounts and panels' }).waitFor();

    expect(await page.getByRole('complementary').count()).toBe(0);
  });
});

describe('the window that nobody is signed in to', () => {
  it.each(['settings', 'clouds', 'secrets', 'azure-cli', 'endpoint', 'activity'] as const)(
    'shows the page “%s” when it is asked for, and says so once',
    async (wanted) => {
      const page = await stage.open('firstRun');
      await page.evaluate(
        (one) => window.fake.change({ wanted: { page: one, palette: false } }),
        wanted,
      );
      await page.getByRole('complementary').waitFor();

      const sent = await sentBy(page);
      expect(sent.filter(({ name }) => name === 'page-shown')).toHaveLength(1);
    },
  );

  it('has the palette too', async () => {
    const page = await stage.open('firstRun');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('theme');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Find' }).waitFor({ state: 'detached' });

    expect(await sentBy(page)).toEqual([{ name: 'show-page', input: { page: 'settings' } }]);
  });
});
