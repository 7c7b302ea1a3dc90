import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { waitForState } from '../app-window.ts';
import { startWayland } from '../preview/wayland.ts';
import { expect, onPreview, pointAtDevelopment, preview, test } from './azimuth-test.ts';
import { azimuth } from './protection.ts';

const keys = 'Control+Alt+C';
const headless = { AZIMUTH_PREVIEW_WINDOW: 'headless' };

test(
  'on Wayland the keys copy what other programs paste, until the lock',
  onPreview,
  async ({ stage }) => {
    await stage.write('settings.json', JSON.stringify({ shortcuts: { copyToken: keys } }));
    const session = await startWayland();
    try {
      const app = await stage.launch({ environment: { ...session.env, ...headless } });
      const page = await app.window();
      await pointAtDevelopment({ stage, app, page });
      await preview(app).control('press-shortcut', keys);
      await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
      const pasted = await session.pasted();
      await page.getByRole('button', { name: 'Lock', exact: true }).click();
      await expect.poll(() => session.pasted()).toBe('');

      expect(stage.cloud.issued.has(pasted)).toBe(true);
    } finally {
      await session.stop();
    }
  },
);

test.describe('on Wayland without wl-clipboard', () => {
  let folder: string;
  test.beforeEach(async ({ stage }) => {
    await stage.write('settings.json', JSON.stringify({ shortcuts: { copyToken: keys } }));
    folder = await mkdtemp(join(tmpdir(), 'azimuth-no-wl-copy-'));
    await writeFile(join(folder, 'wl-copy'), '#!/bin/sh\nexit 127\n', { mode: 0o755 });
  });
  test.afterEach(() => rm(folder, { recursive: true }));

  const environment = (): Record<string, string> => ({
    ...headless,
    AZIMUTH_TRAY: 'yes',
    WAYLAND_DISPLAY: 'wayland-0',
    PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
  });

  test(
    'nothing is called copied that was not, and the settings say what helps',
    onPreview,
    async ({ stage }) => {
      const app = await stage.launch({ environment: environment() });
      const page = await app.window();
      await pointAtDevelopment({ stage, app, page });
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByText(/^On Wayland only the window in front can copy/).waitFor();
      await app.closeWindow();
      await expect.poll(() => page.isClosed()).toBe(true);
      const { code, stdout, stderr } = await azimuth(stage.profile, ['account', 'copy-token']);
      const told = await app.notifications();

      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('install wl-clipboard');
      expect(told.at(-1)?.title).toBe('Not copied');
      expect(await app.clipboardText()).toBe('');
    },
  );

  test(
    'and without notifications, the window comes with the token and says that it was not copied',
    onPreview,
    async ({ stage }) => {
      const silent = { ...environment(), AZIMUTH_PREVIEW_NOTIFICATIONS: 'none' };
      const app = await stage.launch({ environment: silent });
      const page = await app.window();
      await pointAtDevelopment({ stage, app, page });
      await app.closeWindow();
      await expect.poll(() => page.isClosed()).toBe(true);
      await preview(app).control('press-shortcut', keys);
      const again = await app.window();

      const said = again.getByText(/install wl-clipboard and start Azimuth again/);
      await expect(said).toBeVisible();
      await again.getByRole('button', { name: 'Copy token' }).click();

      await expect(said).toBeHidden();
    },
  );
});
