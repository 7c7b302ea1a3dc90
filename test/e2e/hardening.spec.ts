import { channels } from '../../src/shared/channels.ts';
import { expect, onPreview, preview, test } from './azimuth-test.ts';

test('every web preference is locked down', async ({ app, page }) => {
  await page.waitForLoadState();
  expect(await app.windowPreferences()).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    devTools: false,
  });
});

test('the page gets its content security policy as a header, and it holds', async ({ page }) => {
  const violations = await page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        const seen: string[] = [];
        const target = Reflect.get(globalThis, 'document');
        target.addEventListener('securitypolicyviolation', (event: { violatedDirective: string }) =>
          seen.push(event.violatedDirective),
        );
        const script = target.createElement('script');
        try {
          script.textContent = 'globalThis.inlineRan = true';
        } catch {
          seen.push('trusted-types');
        }
        target.head.append(script);
        const image = target.createElement('img');
        image.src = 'https://example.com/pixel.png';
        target.body.append(image);
        fetch('https://example.com/').catch(() => undefined);
        setTimeout(() => resolve(seen), 500);
      }),
  );
  expect(violations).toEqual(expect.arrayContaining(['img-src', 'connect-src']));
  expect(await page.evaluate(() => Reflect.get(globalThis, 'inlineRan'))).toBeUndefined();
});

test('the window reaches two verbs of main and nothing of Node or Electron', async ({ page }) => {
  const reachable = await page.evaluate(() => ({
    bridge: Object.keys(Reflect.get(globalThis, 'azimuth')).toSorted(),
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) =>
      Reflect.has(globalThis, name),
    ),
  }));
  expect(reachable).toEqual({ bridge: ['run', 'watch'], node: [] });
});

test('no navigation, no new window, no permission', async ({ app, page }) => {
  const address = page.url();
  await page.evaluate(() => {
    Reflect.get(globalThis, 'location').href = 'https://example.com/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(address);

  const opened = await page.evaluate(
    () => Reflect.get(globalThis, 'open')('https://example.com/') === null,
  );
  expect(opened).toBe(true);
  expect(app.openedUrls()).toEqual([]);

  const permission = await page.evaluate(async () => {
    const { permissions } = Object(Reflect.get(globalThis, 'navigator'));
    const { state } = await permissions.query({ name: 'notifications' });
    return String(state);
  });
  expect(permission).toBe('denied');
});

test('what is no command is refused aloud, before anything happens', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const { run } = Reflect.get(globalThis, 'azimuth');
    return [
      await run('no-such-command', {}),
      await run('copy-token', { tokenId: 42 }),
      await run('copy-token', { tokenId: 'unknown' }),
      await run('sign-in', { method: 'interactive', tenant: '../../etc' }),
      await run('change-settings', { clipboardSeconds: 1e9 }),
    ];
  });
  expect(
    answers.map(({ ok, problem }: { ok: boolean; problem: { kind: string } }) => [
      ok,
      problem.kind,
    ]),
  ).toEqual([
    [false, 'invalid-input'],
    [false, 'invalid-input'],
    [false, 'expired'],
    [false, 'invalid-input'],
    [false, 'invalid-input'],
  ]);
  expect(JSON.stringify(answers)).not.toMatch(/at \S+ \(|\.[jt]s:\d+/);
});

test(
  'a call from another frame than the window itself is refused',
  onPreview,
  async ({ app, page }) => {
    await page.evaluate(() => {
      const target = Reflect.get(globalThis, 'document');
      target.body.append(target.createElement('iframe'));
    });
    const call = (channel: string, ...input: unknown[]) =>
      preview(app).invokeFromFrame('about:blank', channel, ...input);

    const answer = await call(channels.run, { name: 'sign-out-all', input: {} });
    expect(JSON.stringify(answer)).toContain('"kind":"forbidden"');
    expect(JSON.stringify(await call(channels.watch))).not.toContain('"accounts"');
  },
);

test('a device-code page of a foreign host is not opened', async ({ stage, app, page }) => {
  stage.cloud.inject({
    match: /\/devicecode$/,
    kind: 'status',
    status: 200,
    body: JSON.stringify({
      user_code: 'ABCDEFGHJ',
      device_code: 'no-real-one',
      verification_uri: 'https://evil.example/devicelogin',
      expires_in: 900,
      interval: 5,
      message: 'Open the page.',
    }),
  });
  // The made-up code is never refused, so that the window goes on showing it.
  stage.cloud.inject({ match: /\/oauth2\/v2\.0\/token$/, kind: 'hang' });
  await page.getByRole('button', { name: 'Use a device code' }).click();
  await page.getByRole('button', { name: 'Open page' }).click();

  await expect(page.getByText('opens only pages of the cloud itself').first()).toBeVisible();
  expect(app.openedUrls()).toEqual([]);
});

test('the sign-in page is opened at the cloud and nowhere else', async ({ stage, app, page }) => {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const address = await app.waitForOpenedUrl();
  expect(address.startsWith(`${stage.cloud.authority}/`)).toBe(true);
});
