import { waitForState } from '../app-window.ts';
import { startDisplay } from '../preview/display.ts';
import { expect, onPreview, preview, signInFirst, test } from './azimuth-test.ts';
import type { Running } from './azimuth-test.ts';

test.beforeEach(async ({ stage }) => {
  await stage.write('settings.json', JSON.stringify({ clipboardSeconds: 5 }));
});

async function copyToken({ stage, app, page }: Running): Promise<void> {
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: /Set as default: Contoso Development/ }).click();
  const heading = page.getByRole('region', { name: 'Default subscription' });
  await heading.getByRole('button', { name: 'Get token' }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Get token' }).click();
  await page.getByRole('button', { name: 'Copy token' }).click();
  await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
  expect(stage.cloud.issued.has(await app.clipboardText())).toBe(true);
}

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
