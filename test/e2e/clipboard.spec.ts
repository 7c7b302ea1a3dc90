import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { waitForState } from '../app-window.ts';
import { startDisplay } from '../preview/display.ts';
import { test as base, expect, onPreview, preview } from './azimuth-test.ts';
import { copyToken } from './copy-token.ts';

/** A desktop whose clipboard other programs use too, here xclip. */
interface Desktop {
  /** For an app that runs on it. */
  readonly environment: Readonly<Record<string, string>>;
  pasted(): Promise<string>;
  copy(text: string): Promise<void>;
}

const test = base.extend<{ desktop: Desktop }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants to see that it needs no other fixture
  desktop: async ({}, use) => {
    const display = await startDisplay();
    if (!display) throw new Error('install Xvfb');
    const env = { ...process.env, ...display.env };
    const selection = ['-selection', 'clipboard'];
    try {
      await use({
        environment: { ...display.env, AZIMUTH_PREVIEW_WINDOW: 'headless' },
        // An empty selection is an error of xclip.
        pasted: () =>
          promisify(execFile)('xclip', [...selection, '-o'], { env }).then(
            ({ stdout }) => stdout,
            () => '',
          ),
        async copy(text) {
          const xclip = spawn('xclip', selection, { env, stdio: ['pipe', 'ignore', 'ignore'] });
          xclip.stdin.end(text);
          await once(xclip, 'exit');
        },
      });
    } finally {
      await display.stop();
    }
  },
});

const clearAfter = (seconds: number): string => JSON.stringify({ clipboardSeconds: seconds });

test(
  'a copied token is marked as secret for clipboard histories',
  onPreview,
  async ({ stage, app, page }) => {
    await copyToken({ stage, app, page });

    expect(await preview(app).control('clipboard-types', null)).toContain(
      'electron application/osclipboard;format="x-kde-passwordManagerHint"',
    );
  },
);

test(
  'a copied token leaves the clipboard after the set time',
  onPreview,
  async ({ stage, desktop: { environment, pasted } }) => {
    await stage.write('settings.json', clearAfter(5));
    const app = await stage.launch({ environment });
    await copyToken({ stage, app, page: await app.window() });
    const copied = await pasted();

    expect(stage.cloud.issued.has(copied)).toBe(true);
    await expect.poll(pasted, { timeout: 10_000 }).toBe('');
  },
);

test(
  'what the person copied since then stays',
  onPreview,
  async ({ stage, desktop: { environment, pasted, copy } }) => {
    await stage.write('settings.json', clearAfter(5));
    const app = await stage.launch({ environment });
    const page = await app.window();
    await copyToken({ stage, app, page });
    await copy('my own text');
    await waitForState(page, ({ clipboard }) => clipboard.kind === 'none');

    expect(await pasted()).toBe('my own text');
  },
);

test(
  'a token that a crash left on the clipboard is cleared by the next start',
  onPreview,
  async ({ stage, desktop: { environment, pasted } }) => {
    await stage.write('settings.json', clearAfter(600));
    const app = await stage.launch({ environment });
    await copyToken({ stage, app, page: await app.window() });
    await app.kill();
    const left = await pasted();
    const later = await stage.launch({ environment });
    await later.window();

    expect(stage.cloud.issued.has(left)).toBe(true);
    await expect.poll(pasted).toBe('');
  },
);

test(
  'the desktop’s own clipboard loses the token at a lock and at the end, and keeps what the person copied',
  onPreview,
  async ({ stage, desktop: { environment, pasted, copy } }) => {
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
    await copy('my own text');
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
  },
);
