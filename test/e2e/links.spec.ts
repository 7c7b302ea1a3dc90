import { readState, waitForState } from '../app-window.ts';
import { subscriptions } from '../cloud/directory/contoso.ts';
import { expect, onPreview, signInFirst, test } from './azimuth-test.ts';
import { clickLink, isClosed, linkQuestion } from './click-link.ts';
import { agreeToLive, createLive } from './live-context.ts';
import { isLocked } from './protection.ts';

const { contosoDevelopment, contosoProduction } = subscriptions;
const toSwitch = `azimuth://switch?subscription=${contosoDevelopment.id}`;
const toSwitchToProduction = `azimuth://switch?subscription=${contosoProduction.id}`;

test(
  'a link switches once the person has seen where to and agreed',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await clickLink(app, toSwitch);
    await linkQuestion(page).getByText('Switch for a link?').waitFor();
    const asked = await linkQuestion(page).innerText();
    await linkQuestion(page).getByRole('button', { name: 'Cancel' }).click();
    await isClosed(linkQuestion(page));
    const before = (await readState(page)).selection.defaultSubscriptionKey;
    await clickLink(app, toSwitch);
    await linkQuestion(page).getByRole('button', { name: 'Switch' }).click();
    const { selection } = await waitForState(
      page,
      (state) => state.selection.defaultSubscriptionKey !== undefined,
    );

    expect(asked).toMatch(
      /Account\s+adele\.vance@.*\s+Tenant\s+Contoso\s+Subscription\s+Contoso Development/,
    );
    expect(before).toBeUndefined();
    expect(selection.defaultSubscriptionKey).toMatch(new RegExp(`${contosoDevelopment.id}$`));
    await isClosed(linkQuestion(page));
  },
);

test(
  'a link copies a token to the clipboard and nowhere else, once the person agreed',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await clickLink(
      app,
      `azimuth://copy-token?subscription=${contosoDevelopment.id}&audience=graph`,
    );
    await linkQuestion(page).getByText('Microsoft Graph').waitFor();
    const before = [await app.clipboardText(), (await readState(page)).token.kind];
    await linkQuestion(page).getByRole('button', { name: 'Copy token' }).click();
    await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
    await isClosed(linkQuestion(page));

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
    await clickLink(app, 'azimuth://copy-token?context=live');
    await linkQuestion(page).getByText('Production', { exact: true }).waitFor();
    await linkQuestion(page).getByRole('button', { name: 'Copy token' }).click();

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
      await clickLink(app, link);
      await linkQuestion(page).getByRole('heading', { name: 'Nothing was done' }).waitFor();
      said.push(
        await linkQuestion(page)
          .getByText(/^This link/)
          .textContent(),
      );
      await linkQuestion(page).getByRole('button', { name: 'Close' }).click();
      await isClosed(linkQuestion(page));
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
    await clickLink(app, toSwitch);
    await linkQuestion(page).getByText('Contoso Development').waitFor();
    await clickLink(app, toSwitchToProduction);
    await linkQuestion(page).getByRole('button', { name: 'Switch' }).click();
    await isClosed(linkQuestion(page));

    expect((await readState(page)).selection.defaultSubscriptionKey).toMatch(
      new RegExp(`${contosoDevelopment.id}$`),
    );
  },
);

test(
  'a link that starts the app is asked about in its window, and the last one to a locked app once it is unlocked',
  onPreview,
  async ({ stage }) => {
    const first = await stage.launch();
    await signInFirst({ stage, app: first, page: await first.window() });
    await first.quit();
    const app = await stage.launch({ args: [toSwitch] });
    const page = await app.window();
    await linkQuestion(page).getByText('Contoso Development').waitFor();
    await linkQuestion(page).getByRole('button', { name: 'Cancel' }).click();
    await isClosed(linkQuestion(page));
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await isLocked(page);
    await clickLink(app, toSwitchToProduction);
    await clickLink(app, toSwitch);
    await waitForState(page, ({ wanted }) => wanted.link !== undefined);
    const whileLocked = await linkQuestion(page).count();
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await linkQuestion(page).getByText('Contoso Development').waitFor();

    expect(whileLocked).toBe(0);
  },
);
