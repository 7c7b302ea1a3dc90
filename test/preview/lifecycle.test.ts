import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { call, eventsOf, launchFixture } from './fixture-app.ts';
import { processesOf } from './process-list.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('quitting runs the app to its end, gives 0 and leaves no process and no browser profile', async () => {
  using folder = temporaryFolder();
  const app = await launchFixture(folder.path);
  await app.window();
  const during = processesOf(folder.path);
  const code = await app.quit();
  expect([code, during.length > 0, processesOf(folder.path), readdirSync(folder.path)]).toEqual([
    0,
    true,
    [],
    [],
  ]);
  expect(app.output()).toContain('will-quit\n');
});

test('Chromium is spoken to over its pipe: no debugging port is opened', async () => {
  using folder = temporaryFolder();
  const app = await launchFixture(folder.path);
  await app.window();
  const commands = processesOf(folder.path).join('\n');
  expect(commands).toContain('--remote-debugging-pipe');
  expect(commands).not.toContain('--remote-debugging-port');
  await app.quit();
});

test('when the program that launched the app is killed, nothing is left running', async () => {
  using folder = temporaryFolder();
  const launcher = spawn(
    process.execPath,
    [fileURLToPath(new URL('./fixture/launch-and-wait.ts', import.meta.url)), folder.path],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await once(launcher.stdout, 'data');
  const during = processesOf(folder.path).length;
  launcher.kill('SIGKILL');
  await expect.poll(() => processesOf(folder.path), { timeout: 10_000 }).toEqual([]);
  expect(during).toBeGreaterThan(1);
});

test('an app that exits by itself gives its own exit code, without the events of a quit', async () => {
  using folder = temporaryFolder();
  const app = await launchFixture(folder.path);
  const page = await app.window();
  void call(page, 'exit', 7).catch(() => undefined);
  expect(await app.exited()).toBe(7);
  expect(app.output()).not.toContain('will-quit');
});

test('when the host is killed, Chromium goes with it, and the next start sweeps up', async () => {
  using folder = temporaryFolder();
  const first = await launchFixture(folder.path);
  await first.window();
  await first.kill();
  await expect.poll(() => processesOf(folder.path), { timeout: 10_000 }).toEqual([]);
  const second = await launchFixture(folder.path);
  await second.window();
  await second.quit();
  expect(readdirSync(folder.path)).toEqual([]);
});

test('a second start in the same folder hands over its arguments and ends', async () => {
  using folder = temporaryFolder();
  const first = await launchFixture(folder.path, { args: ['--one'] });
  await first.window();
  const second = await launchFixture(folder.path, { args: ['--two', 'words here'] });
  expect([await second.exited(), second.output().includes('second instance\n')]).toEqual([0, true]);
  const announced = async () =>
    (await eventsOf(first)).filter(({ name }) => name === 'second-instance');
  await expect.poll(announced).toEqual([
    {
      name: 'second-instance',
      argv: ['--two', 'words here'],
      data: { from: 'second' },
      folder: 'string',
    },
  ]);
  await first.quit();
});

test('the app is told its packaged arguments, name, version and folder', async () => {
  using folder = temporaryFolder();
  const app = await launchFixture(folder.path, { args: ['--a', 'b'] });
  const page = await app.window();
  expect(await call(page, 'facts')).toEqual({
    argv: ['--a', 'b'],
    name: 'Preview Fixture',
    version: '1.2.3',
    online: true,
    userData: folder.path,
  });
  await app.quit();
});

test('closing the window asks the app; one that keeps to its tray hides it and shows it again', async () => {
  using folder = temporaryFolder();
  const app = await launchFixture(folder.path, { args: ['--keep-in-tray'] });
  await app.window();
  await expect.poll(async () => (await app.windows())[0]?.visible).toBe(true);
  await app.closeWindow();
  const hidden = (await app.windows()).map(({ visible }) => visible);
  await app.clickTray(['Show']);
  const shown = (await app.windows()).map(({ visible, focused }) => [visible, focused]);
  expect([hidden, shown]).toEqual([[false], [[true, true]]]);
  await app.kill();
});

test('a crash of the page is told to the app', async () => {
  using folder = temporaryFolder();
  const app = await launchFixture(folder.path);
  await app.window();
  await app.control('crash-window', null);
  const gone = async () => (await eventsOf(app)).filter(({ name }) => name === 'gone');
  await expect.poll(gone).toEqual([{ name: 'gone', reason: 'crashed' }]);
  await app.quit();
});

test('without a browser the host says what to install', async () => {
  using folder = temporaryFolder();
  const app = await launchFixture(folder.path, { env: { AZIMUTH_BROWSER: '/no/such/browser' } });
  expect(await app.exited()).toBe(1);
  expect(app.output()).toContain('AZIMUTH_BROWSER is /no/such/browser, which is not a program.');
});

test('an app that is not built is named', async () => {
  using folder = temporaryFolder();
  const app = await launchFixture(folder.path, {}, 'no-such-main.js');
  expect(await app.exited()).toBe(2);
  expect(app.output()).toContain('no-such-main.js does not exist; build the app first.');
});
