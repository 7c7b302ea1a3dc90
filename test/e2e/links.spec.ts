import type { Page } from 'playwright-core';
import { readState, waitForState } from '../app-window.ts';
import { subscriptions } from '../cloud/directory/contoso.ts';
import type { RunningApp } from './launch.ts';
import { expect, onPreview, preview, signInFirst, test } from './azimuth-test.ts';
import { agreeToLive, createLive } from './live-context.ts';
import { isLocked } from './protection.ts';

const { contosoDevelopment } = subscriptions;
const toSwitch = `azimuth://switch?subscription=${contosoDevelopment.id}`;

/** As when a link is clicked in a browser while the app runs. */
const click = (app: RunningApp, link: string): Promise<null> =>
  preview(app).control('emit-second-instance', ['--allow-file-access', link]);

const dialog = (page: Page) => page.getByRole('alertdialog');

const closed = (page: Page) => dialog(page).waitFor({ state: 'detached' });

test(
  'a link switches once the person has seen where to and agreed',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await click(app, toSwitch);
    await dialog(page).getByText('Switch for a link?').waitFor();
    const asked = await dialog(page).innerText();
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await closed(page);
    const before = (await readState(page)).selection.defaultSubscriptionKey;
    await click(app, toSwitch);
    await dialog(page).getByRole('button', { name: 'Switch' }).click();
    const { selection } = await waitForState(
      page,
      (state) => state.selection.defaultSubscriptionKey !== undefined,
    );

    expect(asked).toMatch(
      /Account\s+adele\.vance@.*\s+Tenant\s+Contoso\s+Subscription\s+Contoso Development/,
    );
    expect(before).toBeUndefined();
    expect(selection.defaultSubscriptionKey).toMatch(new RegExp(`${contosoDevelopment.id}$`));
    await closed(page);
  },
);

test(
  'a link copies a token to the clipboard and nowhere else, once the person agreed',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await click(app, `azimuth://copy-token?subscription=${contosoDevelopment.id}&audience=graph`);
    await dialog(page).getByText('Microsoft Graph').waitFor();
    const before = [await app.clipboardText(), (await readState(page)).token.kind];
    await dialog(page).getByRole('button', { name: 'Copy token' }).click();
    await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
    await closed(page);

    expect(before).toEqual(['', 'none']);
    expect(stage.cloud.issued.has(await app.clipboardText())).toBe(true);
    expect(app.openedUrls()).toHaveLength(1);
  },
);

test(
  'a link to production asks twice: whether at all, and whether production may go out',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await createLive(stage);
    await click(app, 'azimuth://copy-token?context=live');
    await dialog(page).getByText('Production', { exact: true }).waitFor();
    await dialog(page).getByRole('button', { name: 'Copy token' }).click();

    expect(await agreeToLive(stage, app, page)).toEqual(['', true]);
  },
);

test(
  'hostile links, and those to what nobody reaches, get one sentence, and change nothing',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    const before = await readState(page);
    const said: (string | null)[] = [];
    for (const link of [
      'azimuth://wipe',
      `azimuth://copy-token?subscription=${contosoDevelopment.id}&redirect=https://evil.example`,
      'azimuth://switch?subscription=00000000-0000-0000-0000-000000000000',
      'azimuth://switch?context=nobody',
      'azimuth://switch?tenant=contoso.com',
    ]) {
      await click(app, link);
      await dialog(page).getByRole('heading', { name: 'Nothing was done' }).waitFor();
      said.push(
        await dialog(page)
          .getByText(/^This link/)
          .textContent(),
      );
      await dialog(page).getByRole('button', { name: 'Close' }).click();
      await closed(page);
    }
    const { selection, token, activity } = await readState(page);

    expect(said).toEqual([
      'This link asks for something that Azimuth does not do.',
      'This link asks for something that Azimuth does not do.',
      'This link leads to nothing that you reach.',
      'This link names a context that you do not have.',
      'This link names no subscription to switch to.',
    ]);
    expect([selection, token, activity]).toEqual([before.selection, before.token, before.activity]);
  },
);

test(
  'a link can’t take the place of the one that is being read',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await click(app, toSwitch);
    await dialog(page).getByText('Contoso Development').waitFor();
    await click(app, `azimuth://switch?subscription=${subscriptions.contosoProduction.id}`);
    await dialog(page).getByRole('button', { name: 'Switch' }).click();
    await closed(page);

    expect((await readState(page)).selection.defaultSubscriptionKey).toMatch(
      new RegExp(`${contosoDevelopment.id}$`),
    );
  },
);

test(
  'a link that starts the app is asked about in its window, and one to a locked app once it is unlocked',
  onPreview,
  async ({ stage }) => {
    const first = await stage.launch();
    await signInFirst({ stage, app: first, page: await first.window() });
    await first.quit();
    const app = await stage.launch({ args: [toSwitch] });
    const page = await app.window();
    await dialog(page).getByText('Contoso Development').waitFor();
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await closed(page);
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await isLocked(page);
    await click(app, toSwitch);
    await waitForState(page, ({ wanted }) => wanted.link !== undefined);
    const whileLocked = await dialog(page).count();
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await dialog(page).getByText('Contoso Development').waitFor();

    expect(whileLocked).toBe(0);
  },
);
