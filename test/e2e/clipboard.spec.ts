import { waitForState } from '../app-window.ts';
import { startDisplay } from '../preview/display.ts';
import { expect, onPreview, preview, test } from './azimuth-test.ts';
import { copyToken } from './copy-token.ts';

test.beforeEach(async ({ stage }) => {
  await stage.write('settings.json', JSON.stringify({ clipboardSeconds: 5 }));
});

test(
  'a copied token is marked as secret for clipboard histories',
  onPreview,
  async ({ stage, app, page }) => {
    await copyToken({ stage, app, page });

    const marks = await preview(app).control('clipboard-types', null);
    expect(marks.filter((type) => type.includes('osclipboard')).length).toBeGreaterThan(0);
  },
);

test('a copied token leaves the clipboard after the set time', async ({ stage, app, page }) => {
  await copyToken({ stage, app, page });

  await expect.poll(() => app.clipboardText(), { timeout: 10_000 }).toBe('');
});

test('what the person copied since then stays', async ({ stage, app, page }) => {
  await copyToken({ stage, app, page });
  await app.setClipboardText('my own text');
  await waitForState(page, ({ clipboard }) => clipboard.kind === 'none');

  expect(await app.clipboardText()).toBe('my own text');
});

test(
  'a token that a crash left on the clipboard is cleared by the next start',
  onPreview,
  async ({ stage }) => {
    await stage.write('settings.json', JSON.stringify({ clipboardSeconds: 600 }));
    const display = await startDisplay();
    if (!display) throw new Error('install Xvfb');
    const environment = { ...display.env, AZIMUTH_PREVIEW_WINDOW: 'headless' };
    try {
      const app = await stage.launch({ environment });
      await copyToken({ stage, app, page: await app.window() });
      await app.kill();

      const later = await stage.launch({ environment });
      await later.window();
      await expect.poll(() => later.clipboardText()).toBe('');
    } finally {
      await display.stop();
    }
  },
);
