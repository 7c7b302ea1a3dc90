import { readState, waitForState } from '../app-window.ts';
import { channels } from '../../src/shared/channels.ts';
import { expect, onPreview, preview, signInFirst, test } from './azimuth-test.ts';
import { copyToken } from './copy-token.ts';
import { azimuth, filesOfOurs, isLocked, isOpen } from './protection.ts';

test('a locked app gives no token to any surface, lets go of those it had, and shows nothing', async ({
  stage,
  app,
  page,
}) => {
  await copyToken({ stage, app, page });
  const { token, subscriptions, selection } = await readState(page);
  const tokenId = token.kind === 'issued' ? token.issued.id : '';
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Azimuth is locked' })).toBeVisible();
  await expect.poll(() => app.clipboardText()).toBe('');
  expect(JSON.stringify(await readState(page))).not.toMatch(/adele|contoso development/i);

  const kinds = await page.evaluate(
    async ({ id, subscriptionKey }) => {
      const { run } = Reflect.get(globalThis, 'azimuth');
      const target = { kind: 'subscription', subscriptionKey };
      const audience = { kind: 'known', id: 'graph' };
      const answers = [
        await run('issue-token', { target, audience }),
        await run('copy-token', { tokenId: id }),
        await run('reveal-token', { tokenId: id }),
        await run('read-claims', { tokenId: id }),
        await run('sign-out-all', {}),
        await run('change-settings', { lockWithScreen: false }),
      ];
      return answers.map(({ problem }: { problem?: { kind: string } }) => problem?.kind);
    },
    { id: tokenId, subscriptionKey: selection.defaultSubscriptionKey },
  );
  expect(kinds).toEqual(Array.from({ length: 6 }, () => 'locked'));
  expect(subscriptions.length).toBeGreaterThan(0);

  const said = await azimuth(stage.profile, ['account', 'get-access-token']);
  expect(said).toEqual({
    code: 1,
    stdout: '',
    stderr:
      "ERROR: Azimuth is locked. Unlock it in its window or with 'azimuth unlock'; only then 'az login' works.\n",
  });
  const status = await azimuth(stage.profile, ['status']);
  expect(JSON.parse(status.stdout)).toMatchObject({ locked: true, accounts: [] });

  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await isOpen(page);
  expect((await azimuth(stage.profile, ['account', 'get-access-token'])).code).toBe(0);
});

test('what was locked when it ended starts locked, also after a crash', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  // The answer says that the lock is on disk; a crash before it is a crash of an app that is not locked yet.
  await page.evaluate(() => Reflect.get(globalThis, 'azimuth').run('lock', {}));
  await isLocked(page);
  await app.kill();

  const again = await stage.launch();
  const later = await again.window();
  await expect(later.getByRole('button', { name: 'Unlock', exact: true })).toBeFocused();
  expect((await readState(later)).accounts).toEqual([]);
  await later.keyboard.press('Enter');
  await isOpen(later);
  await again.quit();

  const third = await (await stage.launch()).window();
  const { accounts } = await waitForState(third, ({ about }) => about.restored);
  expect(accounts).toHaveLength(1);
});

test(
  'it locks when nobody is there, when the screen locks and when the computer sleeps, once that is on',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await app.emitPower('lock-screen');
    await app.emitPower('suspend');
    await preview(app).control('set-idle', 3_600);
    expect((await readState(page)).lock.kind).toBe('open');

    await preview(app).control('set-idle', 0);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: /Lock with the screen/ }).click();
    await page.getByRole('textbox', { name: /Lock after minutes/ }).fill('1');
    await page.keyboard.press('Enter');
    await waitForState(page, ({ settings }) => settings.lockAfterMinutes === 1);
    for (const [leave, why] of [
      [() => app.emitPower('lock-screen'), 'screen'],
      [() => app.emitPower('suspend'), 'suspend'],
      [() => preview(app).control('set-idle', 60), 'idle'],
    ] as const) {
      await leave();
      const { lock } = await waitForState(page, (state) => state.lock.kind === 'locked');
      expect(lock).toMatchObject({ why });
      await preview(app).control('set-idle', 0);
      await page.getByRole('button', { name: 'Unlock', exact: true }).click();
      await isOpen(page);
    }
  },
);

test('a terminal locks and unlocks', async ({ stage, app, page }) => {
  await signInFirst({ stage, app, page });
  expect((await azimuth(stage.profile, ['lock'])).code).toBe(0);
  await isLocked(page);
  expect(await azimuth(stage.profile, ['unlock'])).toEqual({ code: 0, stdout: '', stderr: '' });
  await isOpen(page);
});

test('the page "Where secrets are" tells the folder, the files and the keeper', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Where secrets are' }).click();
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText(stage.profile);
  await expect(panel.getByRole('row', { name: /vault\.key/ })).toContainText('Sealed by');
  await expect(panel.getByRole('row', { name: /msal-cache\.vault/ })).toContainText('AES-256-GCM');
  await expect(panel.getByRole('row', { name: /azimuth\.log/ })).toContainText('Readable');
});

for (const settings of [false, true]) {
  test(`signing out of everything leaves nothing on disk${settings ? ', nor the settings' : ''}`, async ({
    stage,
    app,
    page,
  }) => {
    await signInFirst({ stage, app, page });
    await stage.write('accounts.vault.unreadable-2026-01-31', 'a copy');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'Light' }).click();
    await page.getByRole('button', { name: 'Where secrets are' }).click();
    await page.getByRole('button', { name: 'Sign out of everything…' }).click();
    if (settings) await page.getByRole('checkbox', { name: /settings/ }).click();
    await page.getByRole('button', { name: 'Sign out and remove' }).click();
    await expect(page.getByText('a second look found none left')).toBeVisible();
    await expect(page.getByText('https://myaccount.microsoft.com')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await app.quit();
    // The window was open to the end, and remembers where it was.
    const kept = ['cloud.json', ...(settings ? [] : ['settings.json']), 'window.json'];
    expect(await filesOfOurs(stage.profile)).toEqual(kept);

    const again = await stage.launch();
    const later = await again.window();
    await signInFirst({ stage, app: again, page: later });
    await again.quit();
    expect(await filesOfOurs(stage.profile)).toEqual(
      expect.arrayContaining(['vault.key', 'msal-cache.vault', 'accounts.vault']),
    );
  });
}

test('after a wipe the same window keeps again what is signed in next', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  await page.evaluate(() => Reflect.get(globalThis, 'azimuth').run('wipe', { settings: true }));
  await waitForState(page, ({ accounts }) => accounts.length === 0);
  await signInFirst({ stage, app, page });
  await app.kill();

  const later = await (await stage.launch()).window();
  const { accounts } = await waitForState(later, ({ about }) => about.restored);
  expect(accounts).toHaveLength(1);
});

test(
  'a locked app refuses whoever calls from another frame, as ever',
  onPreview,
  async ({ app, page }) => {
    await page.evaluate(() => Reflect.get(globalThis, 'azimuth').run('lock', {}));
    await isLocked(page);
    await page.evaluate(() => {
      const target = Reflect.get(globalThis, 'document');
      target.body.append(target.createElement('iframe'));
    });
    const answer = await preview(app).invokeFromFrame('about:blank', channels.run, {
      name: 'wipe',
      input: { settings: true },
    });
    expect(JSON.stringify(answer)).toContain('"kind":"forbidden"');
  },
);
