import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { PreviewApp } from '../e2e/launch.ts';
import { eventsOf, launchFixture } from './fixture-app.ts';
import type { FixtureBridge } from './fixture-app.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
let app: PreviewApp;
let page: Page;

/** Adds a frame to the page and waits for its document. */
async function addFrame(address: string): Promise<void> {
  await page.evaluate(
    `new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.src = ${JSON.stringify(address)};
      frame.onload = resolve;
      document.body.append(frame);
    })`,
  );
}

beforeAll(async () => {
  app = await launchFixture(folder.path, { args: ['--preload-in-subframes'] });
  page = await app.window();
  await addFrame('/index.html?inner');
});

afterAll(async () => {
  await app.kill();
  folder[Symbol.dispose]();
});

test("a sub-frame's call is seen as the sub-frame's", async () => {
  const inner = page.frames().find((frame) => frame.url().endsWith('?inner'));
  const sender = await inner?.evaluate(() => {
    const bridge: FixtureBridge = Reflect.get(globalThis, 'fixture');
    return bridge.call('who-asks');
  });
  expect(sender).toEqual({
    url: 'app://azimuth/index.html?inner',
    origin: 'app://azimuth',
    isMain: false,
    hasParent: true,
    ours: true,
    window: true,
  });
});

test('a compromised renderer can be played: a call from any frame that is there', async () => {
  const answer = await app.invokeFromFrame('app://azimuth/index.html?inner', 'who-asks');
  expect(answer).toMatchObject({ ok: true, value: { isMain: false, hasParent: true } });
  await expect(app.invokeFromFrame('https://evil.example/', 'who-asks')).rejects.toThrow(
    'No frame at https://evil.example/',
  );
});

test("a frame's own navigation is asked about as such", async () => {
  await page.evaluate(`document.querySelector('iframe').src = '/style.css'; 0`);
  const seen = async () =>
    (await eventsOf(app))
      .filter(({ name }) => name === 'will-frame-navigate')
      .map(({ url }) => url);
  await expect.poll(seen).toEqual(['app://azimuth/index.html?inner', 'app://azimuth/style.css']);
});
