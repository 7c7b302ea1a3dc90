import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PreviewApp } from '../e2e/launch.ts';
import { call, eventsOf, launchFixture } from './fixture-app.ts';
import type { FixtureWindow } from './fixture-app.ts';
import { temporaryFolder } from './temporary-folder.ts';

declare const self: FixtureWindow & { readonly [name: string]: unknown };

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

test('a call arrives with the sender: our contents, our main frame, its app: address', async () => {
  const sender = {
    url: 'app://azimuth/index.html',
    origin: 'app://azimuth',
    isMain: true,
    hasParent: false,
    ours: true,
    window: true,
  };
  expect(await call(page, 'who-asks')).toEqual(sender);
  // Already true for a call the preload makes before the page exists.
  expect(await page.evaluate(() => self.fixture.atStart())).toEqual(sender);
});

test('values cross as a structured clone, both ways', async () => {
  const same = await page.evaluate(async () => {
    const sent = { when: new Date(5), missing: undefined, bytes: new Uint8Array([1, 2]), n: [-0] };
    const [echo] = (await self.fixture.call('echo', sent)) as [typeof sent];
    return [
      echo.when instanceof Date && echo.when.getTime(),
      'missing' in echo,
      echo.bytes instanceof Uint8Array && echo.bytes[1],
      Object.is(echo.n[0], -0),
    ];
  });
  expect(same).toEqual([5, true, 2, true]);
});

test('a failing handler rejects in the words of Electron, without a stack', async () => {
  const failure = await page.evaluate(() =>
    self.fixture
      .call('fail')
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error))),
  );
  expect(failure).toBe("Error invoking remote method 'fail': TypeError: not today");
  await expect(call(page, 'nothing-here')).rejects.toThrow(
    "No handler registered for 'nothing-here'",
  );
});

test('the page gets what the preload exposed, and nothing else of it', async () => {
  // An empty frame has what Chromium puts on every window.
  await page.evaluate(
    `emptyFrame = document.body.appendChild(document.createElement('iframe')).contentWindow; 0`,
  );
  const seen = await page.evaluate(() => {
    const attempt = (run: () => unknown) => {
      try {
        return run();
      } catch (error) {
        return error instanceof Error ? error.message : error;
      }
    };
    const own = (each: unknown) => Object.getOwnPropertyNames(each);
    const ordinary = new Set(own(Reflect.get(self, 'emptyFrame')));
    return {
      exposed: Object.keys(self.fixture),
      add: self.fixture.add(2, 3),
      thrown: attempt(() => self.fixture.fail()),
      required: attempt(() => self.fixture.require('node:fs')),
      sandboxed: self.fixture.sandboxed,
      leaked: self['leaked'],
      frozen: Object.isFrozen(self.fixture),
      added: own(self).filter((name) => !ordinary.has(name)),
    };
  });
  expect(seen).toEqual({
    exposed: ['version', 'sandboxed', 'atStart', 'call', 'tell', 'add', 'fail', 'require', 'watch'],
    add: 5,
    thrown: 'on purpose',
    required: 'module not found: node:fs',
    sandboxed: true,
    leaked: undefined,
    frozen: true,
    added: ['0', 'fixture', 'states', 'emptyFrame'],
  });
});

test('app: answers come from the app, and their CSP holds', async () => {
  const seen = await page.evaluate(async () => {
    const answer = await fetch('/echo', { method: 'POST', body: 'hello' });
    const blocked = (run: () => unknown) => {
      try {
        return String(run());
      } catch (error) {
        return error instanceof Error ? error.name : '';
      }
    };
    return {
      inlineRan: self.inlineRan,
      evaluated: blocked(() => Reflect.construct(Function, ['return 1'])()),
      echo: await answer.json(),
      missing: (await fetch('/not-there.txt')).status,
    };
  });
  expect(seen).toEqual({
    inlineRan: undefined,
    evaluated: 'EvalError',
    echo: { method: 'POST', body: 'hello', url: 'app://azimuth/echo' },
    missing: 404,
  });
});

test('leaving the app, and opening windows, ask the app, which refuses', async () => {
  const opened = await page.evaluate(`open('https://elsewhere.example/pop', 'pop') === null`);
  await page.locator('#blank').click();
  await page.locator('#out').click();
  await page.evaluate(`location.href = 'https://elsewhere.example/script'`);
  const wanted = ['window-open', 'will-navigate'];
  const asked = async () => (await eventsOf(app)).filter(({ name }) => wanted.includes(name));
  await expect.poll(async () => (await asked()).length).toBe(4);
  expect(await asked()).toEqual([
    { name: 'window-open', url: 'https://elsewhere.example/pop', frameName: 'pop' },
    { name: 'window-open', url: 'https://elsewhere.example/blank', frameName: '_blank' },
    { name: 'will-navigate', url: 'https://elsewhere.example/page', main: true },
    { name: 'will-navigate', url: 'https://elsewhere.example/script', main: true },
  ]);
  expect(opened).toBe(true);
  expect(page.url()).toBe('https://azimuth.preview/index.html');
  await expect.poll(() => page.context().pages().length).toBe(1);
});

test('five megabytes of state arrive whole, in order', async () => {
  await call(page, 'push', 3);
  await call(page, 'push', 10_000);
  await page.waitForFunction(() => self.states.length >= 2);
  const sizes = await page.evaluate(() =>
    self.states.map((state) => {
      const { rows } = state as { rows: { id: number; name: string }[] };
      return [rows.length, rows.at(-1)?.id, rows.at(-1)?.name.length];
    }),
  );
  expect(sizes).toEqual([
    [3, 2, 480],
    [10_000, 9_999, 480],
  ]);
});

test('the keyboard works: focus moves with Tab, Enter presses', async () => {
  await page.locator('#name').focus();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('[document.hasFocus(), document.activeElement.id]')).toEqual([
    true,
    'greet',
  ]);
  await page.keyboard.press('Enter');
  expect(await page.locator('#greeting').textContent()).toBe('Hello, Ada');
});

test('the theme of the system reaches the page and the app', async () => {
  const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const forced = () => page.evaluate(`matchMedia('(forced-colors: active)').matches`);
  const light = [await background(), await forced()];
  await app.setTheme('dark');
  await expect.poll(background).toBe('rgb(0, 0, 0)');
  await app.setTheme('high-contrast');
  await expect.poll(forced).toBe(true);
  await app.setTheme('light');
  await expect.poll(background).toBe('rgb(255, 255, 255)');
  expect(light).toEqual(['rgb(255, 255, 255)', false]);
  expect((await eventsOf(app)).filter(({ name }) => name === 'theme')).toEqual([
    { name: 'theme', dark: true },
    { name: 'theme', dark: true },
    { name: 'theme', dark: false },
  ]);
});

test('permissions that the app denies are denied in the page', async () => {
  const state = `navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)`;
  expect(await page.evaluate(state)).toBe('denied');
});

test('the page has the size that the app asked for', async () => {
  expect(await page.evaluate('[innerWidth, innerHeight]')).toEqual([900, 640]);
});
