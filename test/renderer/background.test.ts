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

describe('the settings about shortcuts', () => {
  it('record the keys that are pressed, say which can’t be, and stop at Escape', async () => {
    const page = await stage.open('signedIn');
    await page.getByRole('button', { name: 'Settings' }).click();
    const field = page.getByRole('button', { name: /^Copy a token for the default: / });
    await field.click();
    await page.keyboard.press('c');
    await page.getByRole('alert').getByText('Hold Ctrl or Alt as well.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy a token for the default: no keys' }).waitFor();
    await field.click();
    await page.keyboard.press('Control+Alt+C');

    await page.getByRole('button', { name: 'Copy a token for the default: no keys' }).waitFor();

    const rest = { name: 'record-keys', input: { recording: true } };
    const act = { name: 'record-keys', input: { recording: false } };
    expect((await sentBy(page)).slice(-5)).toEqual([
      rest,
      act,
      rest,
      { name: 'change-settings', input: { shortcuts: { copyToken: 'Control+Alt+C' } } },
      act,
    ]);
    expect(await page.getByRole('complementary', { name: 'Settings' }).count()).toBe(1);
  });

  it('let keys act again that were being recorded when the settings went', async () => {
    const page = await stage.open('signedIn');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: /^Copy a token for the default: / }).click();
    await page.evaluate(() => window.fake.change({ background: { trayShown: true } }));
    await page.getByRole('heading', { name: 'Shortcuts' }).waitFor({ state: 'detached' });

    expect((await sentBy(page)).at(-1)).toEqual({
      name: 'record-keys',
      input: { recording: false },
    });
  });

  it('say where a desktop decides, and are not there without a desktop', async () => {
    const page = await stage.open('signedIn');
    await page.getByRole('button', { name: 'Settings' }).click();
    const asked = { trayShown: true, shortcuts: { copyToken: 'asked' } } as const;
    await page.evaluate((background) => window.fake.change({ background }), asked);
    await page.getByText(/^Your desktop decides about these keys/).waitFor();
    await page.evaluate(() => window.fake.change({ background: { trayShown: true } }));
    await page.getByRole('heading', { name: 'Shortcuts' }).waitFor({ state: 'detached' });
  });
});

describe('the window that is asked for a page', () => {
  it('shows it and says so', async () => {
    const page = await stage.open('signedIn');
    await page.evaluate(() => window.fake.change({ wanted: { page: 'find', palette: false } }));
    await page.getByRole('dialog', { name: 'Find' }).waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.fake.change({ wanted: { palette: false } }));
    await page.evaluate(() => window.fake.change({ wanted: { page: 'settings', palette: false } }));
    await page.getByRole('complementary', { name: 'Settings' }).waitFor();

    const sent = await sentBy(page);
    expect(sent.filter(({ name }) => name === 'page-shown')).toHaveLength(2);
  });
});
