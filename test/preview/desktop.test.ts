import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { PreviewApp } from '../e2e/launch.ts';
import { call, eventsOf, launchFixture } from './fixture-app.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
let app: PreviewApp;
let page: Page;

beforeAll(async () => {
  app = await launchFixture(folder.path);
  page = await app.window();
});

afterAll(async () => {
  await app.kill();
  folder[Symbol.dispose]();
});

async function seen(name: string): Promise<readonly unknown[]> {
  return (await eventsOf(app)).filter((event) => event.name === name);
}

test("the tray's menu is read as data and clicked by its labels", async () => {
  const [, more] = await app.trayMenu();
  await app.clickTray(['More', 'Pick']);
  const [, after] = await app.trayMenu();
  expect([more?.submenu?.[0]?.checked, after?.submenu?.[0]?.checked]).toEqual([false, true]);
  expect((await app.trayMenu()).map(({ label, type, enabled }) => [label, type, enabled])).toEqual([
    ['Show', 'normal', true],
    ['More', 'submenu', true],
    ['Never', 'normal', false],
    ['', 'separator', true],
    ['Quit', 'normal', true],
  ]);
  expect(await seen('picked')).toHaveLength(1);
});

test('what a user cannot click, a test cannot click', async () => {
  await expect(app.clickTray(['Never'])).rejects.toThrow("The menu item 'Never' is disabled.");
  await expect(app.clickTray(['Missing'])).rejects.toThrow(
    "No menu item 'Missing'; there are: Show, More, Never, Quit",
  );
});

test('a dialog is answered as told, and cancelled otherwise', async () => {
  await app.answerNextDialog({ button: 'Yes' });
  await app.clickApplicationMenu(['File', 'Ask']);
  await app.clickApplicationMenu(['File', 'Ask']);
  await expect
    .poll(() => seen('answered'))
    .toEqual([
      { name: 'answered', response: 0 },
      { name: 'answered', response: 1 },
    ]);
  expect(
    (await app.dialogs()).map(({ kind, message, buttons }) => ({ kind, message, buttons })),
  ).toEqual(
    Array.from({ length: 2 }, () => ({
      kind: 'message',
      message: 'Sure?',
      buttons: ['Yes', 'Cancel'],
    })),
  );
});

test('an address given to the system browser is reported, not opened', async () => {
  const waiting = app.waitForOpenedUrl((url) => url.includes('authorize'));
  await call(page, 'open', 'https://login.example/logout');
  await call(page, 'open', 'https://login.example/authorize?state=abc');
  expect(await waiting).toBe('https://login.example/authorize?state=abc');
  expect(await app.waitForOpenedUrl()).toBe('https://login.example/logout');
  expect(app.openedUrls()).toHaveLength(2);
  expect(app.output()).not.toContain('state=abc');
});

test('a notification is kept, and clicked', async () => {
  await call(page, 'notify');
  const [shown] = await app.notifications();
  await app.clickNotification(shown?.id ?? -1);
  expect(shown).toMatchObject({ title: 'Hello', body: 'There', closed: false });
  await expect.poll(() => seen('notification-click')).toHaveLength(1);
});

test('power events and a lost network reach the app', async () => {
  await app.emitPower('resume');
  await app.setOnline(false);
  expect(await seen('resume')).toHaveLength(1);
  expect(await call(page, 'facts')).toMatchObject({ online: false });
  await app.setOnline(true);
});

test("the window's preferences are what the app stated", async () => {
  const { preload, ...stated } = await app.windowPreferences();
  expect(String(preload)).toMatch(/preload\.cjs$/);
  expect(stated).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegrationInSubFrames: false,
  });
});

test('without a display the clipboard is in memory, and works', async () => {
  await call(page, 'copy', 'a token');
  const held = await app.clipboardText();
  await app.setClipboardText('');
  expect([held, await call(page, 'paste')]).toEqual(['a token', '']);
  expect(await app.control('app-facts', null)).toMatchObject({ clipboard: 'memory' });
});
