import type { Locator, Page } from 'playwright-core';
import { readState, waitForState } from '../app-window.ts';
import { violations } from '../axe.ts';
import { subscriptions } from '../cloud/directory/contoso.ts';
import { expect, onPreview, signInFirst, test } from './azimuth-test.ts';
import { clickLink, isClosed, linkQuestion } from './click-link.ts';
import { createLive } from './live-context.ts';
import { azimuth, field, fillPassphrase, isLocked, passphrase } from './protection.ts';

const { contosoDevelopment } = subscriptions;
const toSwitch = `azimuth://switch?subscription=${contosoDevelopment.id}`;

const isDevelopment = (key: string | undefined): boolean =>
  key?.endsWith(contosoDevelopment.id) ?? false;

const find = (page: Page): Locator => page.getByRole('combobox', { name: /^Find a subscription/ });

/** What a person may have begun, each with how, and the field that they type into. */
const begun: Readonly<Record<string, (page: Page) => Promise<Locator>>> = {
  async 'the sign-in of a service principal'(page) {
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.getByRole('menuitem', { name: 'Service principal…' }).click();
    return page.getByRole('dialog').getByRole('textbox', { name: 'Client ID' });
  },
  async 'the palette'(page) {
    await page.keyboard.press('Control+K');
    return find(page);
  },
  async 'the ask for a token'(page) {
    await page.keyboard.press('Control+K');
    await find(page).fill('Get a token');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary');
    await panel.getByRole('combobox', { name: 'Service' }).selectOption('Another service…');
    return panel.getByRole('textbox', { name: 'Resource' });
  },
};

for (const [what, begin] of Object.entries(begun)) {
  test(
    `a link that comes over ${what} is asked about at once, and what was typed is still there`,
    onPreview,
    async ({ stage, app, page }) => {
      await signInFirst({ stage, app, page });
      const typed = await begin(page);
      await typed.fill('half of it');
      await clickLink(app, toSwitch);
      await expect(linkQuestion(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
      await page.keyboard.press('Escape');
      await isClosed(linkQuestion(page));
      await expect(typed).toBeFocused();
      const declined = (await readState(page)).selection.defaultSubscriptionKey;
      await clickLink(app, toSwitch);
      await linkQuestion(page).getByRole('button', { name: 'Switch' }).click();
      await isClosed(linkQuestion(page));
      await page.keyboard.type(' and more');
      const { selection } = await readState(page);

      await expect(typed).toHaveValue('half of it and more');
      expect([isDevelopment(declined), isDevelopment(selection.defaultSubscriptionKey)]).toEqual([
        false,
        true,
      ]);
      expect(await violations(page)).toEqual([]);
    },
  );
}

test(
  'a link and a question about production are asked one after the other, whichever came first',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await createLive(stage);
    const production = page.getByRole('alertdialog', { name: 'Hand out a token of production?' });
    const askForToken = () => azimuth(stage.profile, ['account', 'get-access-token']);

    const first = askForToken();
    await production.waitFor();
    await clickLink(app, toSwitch);
    await waitForState(page, ({ wanted }) => wanted.link !== undefined);
    const overProduction = await linkQuestion(page).count();
    await production.getByRole('button', { name: 'Do not allow' }).click();
    await linkQuestion(page).waitFor();
    const second = askForToken();
    await waitForState(page, ({ confirmations }) => confirmations.asked.length > 0);
    const overLink = await production.count();
    await linkQuestion(page).getByRole('button', { name: 'Cancel' }).click();
    await production.getByRole('button', { name: 'Allow for 15 minutes' }).click();

    expect([overProduction, overLink]).toEqual([0, 0]);
    expect([(await first).code, (await second).code]).toEqual([1, 0]);
  },
);

test('the palette does not come over what a link asks', onPreview, async ({ stage, app, page }) => {
  await signInFirst({ stage, app, page });
  await clickLink(app, toSwitch);
  await linkQuestion(page).waitFor();
  await app.clickApplicationMenu(['Edit', 'Find…']);
  await page.keyboard.press('Control+K');
  await waitForState(page, ({ wanted }) => wanted.page === undefined);

  await expect(page.getByRole('dialog', { name: 'Find' })).toHaveCount(0);
  await expect(linkQuestion(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
});

test(
  'the palette that is wanted right after a link was declined comes, and gets what is typed',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await clickLink(app, toSwitch);
    await linkQuestion(page).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+K');
    await expect(find(page)).toBeFocused();
    await page.keyboard.type('dev');

    await expect(find(page)).toHaveValue('dev');
  },
);

test.describe('with a passphrase', () => {
  test.use({ stageOptions: { keyring: false } });

  test(
    'a link to somebody who is typing the passphrase waits for the rest of it',
    onPreview,
    async ({ stage, app, page }) => {
      await signInFirst({ stage, app, page });
      await page.getByRole('button', { name: 'Memory only' }).click();
      await page.getByRole('button', { name: 'Protect with a passphrase…' }).click();
      await fillPassphrase(page, passphrase);
      await waitForState(page, ({ vault }) => vault.kind === 'sealed');
      await page.getByRole('button', { name: 'Lock', exact: true }).click();
      await isLocked(page);
      await field(page, 'Passphrase').pressSequentially(passphrase.slice(0, 9));
      await clickLink(app, toSwitch);
      await waitForState(page, ({ wanted }) => wanted.link !== undefined);
      const asked = await linkQuestion(page).count();
      await page.keyboard.type(passphrase.slice(9));
      await page.keyboard.press('Enter');
      await linkQuestion(page).getByText('Contoso Development').waitFor();

      expect(asked).toBe(0);
    },
  );
});
