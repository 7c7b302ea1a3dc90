import { spawnSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { startDisplay } from './display.ts';
import { call, eventsOf, launchFixture } from './fixture-app.ts';
import { startKeyring } from './keyring.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('on an X display the clipboard is the real one', async () => {
  using folder = temporaryFolder();
  const display = await startDisplay();
  onTestFinished(() => display?.stop());
  const app = await launchFixture(folder.path, { env: { ...display?.env } });
  onTestFinished(() => app.kill());
  const page = await app.window();
  await call(page, 'copy', 'für alle');
  const xclip = (...args: readonly string[]) =>
    spawnSync('xclip', args, { env: { ...process.env, ...display?.env }, encoding: 'utf8' });
  // Where there is no Xvfb or no xclip, the host says that it is in memory.
  const real = display !== undefined && xclip('-version').status === 0;
  expect((await app.control('app-facts', null)).clipboard).toBe(real ? 'x11' : 'memory');
  expect(await app.clipboardText()).toBe('für alle');
  const selection = () => xclip('-selection', 'clipboard', '-out').stdout ?? '';
  await expect.poll(selection).toBe(real ? 'für alle' : '');
});

test('with a display the window is a real one, without browser controls', async () => {
  using folder = temporaryFolder();
  const display = await startDisplay();
  onTestFinished(() => display?.stop());
  const app = await launchFixture(folder.path, {
    env: { ...display?.env, AZIMUTH_PREVIEW_WINDOW: undefined },
    args: ['--keep-in-tray'],
  });
  onTestFinished(() => app.kill());
  const page = await app.window();
  expect(await call(page, 'who-asks')).toMatchObject({ url: 'app://azimuth/index.html' });
  expect(await page.evaluate('navigator.userAgent.includes("Headless")')).toBe(
    !display && process.platform === 'linux',
  );
  await expect.poll(() => page.evaluate('[innerWidth, innerHeight]')).toEqual([900, 640]);

  const visible = async () => (await app.windows())[0]?.visible;
  await expect.poll(visible).toBe(true);

  // The user closes Chromium's window; the app keeps to its tray, and comes back from there.
  await page.close();
  await expect.poll(visible).toBe(false);
  await app.clickTray(['Show']);
  const again = await app.window();
  expect(await call(again, 'who-asks')).toMatchObject({ isMain: true, ours: true });
  const told = (await eventsOf(app)).map(({ name }) => name);
  expect(told).toEqual(['ready-to-show', 'close']);
});

test('what is sealed in one process is opened in the next, through the real keyring', async () => {
  using folder = temporaryFolder();
  const keyring = await startKeyring();
  onTestFinished(() => keyring?.stop());
  const env = { ...keyring?.env };

  const first = await launchFixture(folder.path, { env });
  const page = await first.window();
  const sealing = await call(page, 'sealing');
  const sealed = keyring ? await call(page, 'seal', 'secret ✓') : undefined;
  await first.quit();

  const second = await launchFixture(folder.path, { env });
  const opened = sealed && (await call(await second.window(), 'unseal', sealed));
  await second.quit();

  expect([sealing, opened]).toEqual(
    keyring
      ? [{ available: true, backend: 'gnome_libsecret' }, 'secret ✓']
      : [{ available: false, backend: 'basic_text' }, undefined],
  );
  expect(Buffer.from(String(sealed), 'base64').toString('latin1')).not.toContain('secret');
});

test('without a keyring nothing is sealed', async () => {
  using folder = temporaryFolder();
  const app = await launchFixture(folder.path);
  const page = await app.window();
  expect(await call(page, 'sealing')).toEqual({ available: false, backend: 'basic_text' });
  await expect(call(page, 'seal', 'x')).rejects.toThrow('Encryption is not available');
  await app.quit();
});
