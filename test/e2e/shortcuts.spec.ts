import type { Page } from 'playwright-core';
import { readState, waitForState } from '../app-window.ts';
import {
  expect,
  onPreview,
  pointAtDevelopment,
  preview,
  signInFirst,
  test,
} from './azimuth-test.ts';
import type { RunningApp } from './launch.ts';
import { agreeToLive, createLive } from './live-context.ts';

const copyToken = 'Copy a token for the default';

/** As a start before left them. */
const withKeys = JSON.stringify({ shortcuts: { copyToken: 'Control+Alt+C' } });

/** Begins to record keys in the settings, with the keyboard alone once the settings are open. */
async function startRecording(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${copyToken}: `) }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Press the keys together. Escape stops.').waitFor();
  await waitForState(page, ({ background }) => background.recordingKeys === true);
}

async function record(page: Page, keys: string): Promise<void> {
  await startRecording(page);
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
  'keys that work already copy nothing while they are recorded, and work again afterwards',
  onPreview,
  async ({ stage, app, page }) => {
    await pointAtDevelopment({ stage, app, page });
    const press = () => preview(app).control('press-shortcut', 'Control+Alt+C');
    await page.getByRole('button', { name: 'Settings' }).click();
    await record(page, 'Control+Alt+C');
    await page.getByRole('button', { name: `${copyToken}: Ctrl+Alt+C` }).waitFor();
    await startRecording(page);
    await press();
    await page.keyboard.press('Control+Alt+C');
    await page.getByRole('button', { name: `${copyToken}: Ctrl+Alt+C` }).waitFor();
    await waitForState(page, ({ background }) => background.recordingKeys === false);
    await press();
    const { activity } = await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');

    expect(activity.map(({ surface, act }) => [surface, act])).toEqual([['shortcut', 'copied']]);
  },
);

for (const [how, leave] of [
  ['is closed', (app: RunningApp) => preview(app).control('close-window', null)],
  ['crashes', (app: RunningApp) => preview(app).control('crash-window', null)],
] as const) {
  test(
    `keys work again where the window ${how} while they are recorded`,
    onPreview,
    async ({ stage }) => {
      await stage.write('settings.json', withKeys);
      const app = await stage.launch({ environment: { AZIMUTH_TRAY: 'yes' } });
      const page = await app.window();
      await pointAtDevelopment({ stage, app, page });
      await page.getByRole('button', { name: 'Settings' }).click();
      await startRecording(page);
      await leave(app);
      await expect
        .poll(async () => {
          await preview(app).control('press-shortcut', 'Control+Alt+C');
          return stage.cloud.issued.has(await app.clipboardText());
        })
        .toBe(true);
    },
  );
}

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

test(
  'keys copy nothing of production before the person agreed in the window, which comes up for that',
  onPreview,
  async ({ stage }) => {
    await stage.write('settings.json', withKeys);
    const app = await stage.launch();
    const page = await app.window();
    const press = () => preview(app).control('press-shortcut', 'Control+Alt+C');
    await signInFirst({ stage, app, page });
    await createLive(stage);
    await app.hideWindow();
    await press();
    const question = page.getByRole('alertdialog', { name: 'Hand out a token of production?' });
    await question.getByText('Shortcut', { exact: true }).waitFor();
    const [asking] = await app.windows();
    await question.getByRole('button', { name: 'Do not allow' }).click();
    await expect.poll(async () => (await app.notifications()).length).toBe(2);
    const [waits, refused] = await app.notifications();
    await press();
    const agreed = await agreeToLive(stage, app, page);
    const { activity } = await readState(page);

    expect(asking?.visible).toBe(true);
    expect([waits?.body, refused?.body]).toEqual([
      'Shortcut waits for a token of “live”.',
      '“live” is a production context, and handing out its token was not allowed.\nClick to try again.',
    ]);
    expect(agreed).toEqual(['', true]);
    expect(activity.map(({ surface, act }) => [surface, act])).toEqual([['shortcut', 'copied']]);
  },
);

test('shortcuts are registered again by the next start', onPreview, async ({ stage }) => {
  await stage.write('settings.json', withKeys);
  const app = await stage.launch();
  await app.window();
  expect((await preview(app).control('app-facts', null)).shortcuts).toEqual(['Control+Alt+C']);
});
