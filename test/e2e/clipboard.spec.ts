import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
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

test(
  'the desktop’s own clipboard loses the token at a lock and at the end, and keeps what the person copied',
  onPreview,
  async ({ stage }) => {
    const display = await startDisplay();
    if (!display) throw new Error('install Xvfb');
    const environment = { ...display.env, AZIMUTH_PREVIEW_WINDOW: 'headless' };
    const pasted = async (): Promise<string> => {
      const env = { ...process.env, ...display.env };
      // An empty selection is an error of xclip.
      const read = promisify(execFile)('xclip', ['-selection', 'clipboard', '-o'], { env });
      return read.then(({ stdout }) => stdout).catch(() => '');
    };
    try {
      const app = await stage.launch({ environment });
      const page = await app.window();
      await copyToken({ stage, app, page });
      const copied = await pasted();
      await page.getByRole('button', { name: 'Lock', exact: true }).click();
      await expect.poll(pasted).toBe('');
      await page.getByRole('button', { name: /^Unlock/ }).click();
      const again = page.getByRole('button', { name: 'Copy token' });
      await page.getByRole('button', { name: 'Get token' }).first().click();
      await page.getByRole('complementary').getByRole('button', { name: 'Get token' }).click();
      await again.click();
      await expect.poll(async () => stage.cloud.issued.has(await pasted())).toBe(true);
      await app.setClipboardText('my own text');
      await app.quit();
      const kept = await pasted();
      const later = await stage.launch({ environment });
      const second = await later.window();
      await second.getByRole('button', { name: 'Get token' }).first().click();
      await second.getByRole('complementary').getByRole('button', { name: 'Get token' }).click();
      await second.getByRole('button', { name: 'Copy token' }).click();
      await expect.poll(async () => stage.cloud.issued.has(await pasted())).toBe(true);
      await later.quit();

      expect([stage.cloud.issued.has(copied), kept, await pasted()]).toEqual([
        true,
        'my own text',
        '',
      ]);
    } finally {
      await display.stop();
    }
  },
);
