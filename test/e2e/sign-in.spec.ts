import { connect } from 'node:net';
import { users } from '../cloud/directory/contoso.ts';
import { readState, waitForState } from '../app-window.ts';
import { openPage } from '../person.ts';
import { answerDeviceCode, expect, test } from './azimuth-test.ts';

function redirectPort(address: string): number {
  const redirect = new URL(address).searchParams.get('redirect_uri') ?? '';
  return Number(new URL(redirect).port);
}

function isListening(port: number): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  });
}

test('cancel frees the port and brings the first screen back', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const port = redirectPort(await app.waitForOpenedUrl());
  expect(await isListening(port)).toBe(true);
  await page.getByRole('button', { name: 'Cancel' }).click();

  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect.poll(() => isListening(port)).toBe(false);
});

test('the sign-in link can be copied for another browser', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const address = await app.waitForOpenedUrl();
  await page.getByRole('button', { name: 'Copy sign-in link' }).click();

  await expect.poll(() => app.clipboardText()).toBe(address);
});

test('a device code instead of the browser frees the port and signs in', async ({
  stage,
  app,
  page,
}) => {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const port = redirectPort(await app.waitForOpenedUrl());
  await page.getByRole('button', { name: 'Use a device code instead' }).click();
  await answerDeviceCode(stage, page, { as: 'Jürgen Groß' });
  const { accounts } = await waitForState(page, (state) => state.accounts.length === 1);

  expect(accounts.map(({ username }) => username)).toEqual(['juergen.gross@fabrikam.com']);
  expect(await isListening(port)).toBe(false);
});

test.describe('with little patience', () => {
  test('a sign-in that nobody finishes is given up, and its port is free', async ({ stage }) => {
    await stage.write('settings.json', JSON.stringify({ signInSeconds: 5 }));
    const app = await stage.launch();
    const page = await app.window();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const port = redirectPort(await app.waitForOpenedUrl());

    await expect(
      page.getByText('Nobody finished the sign-in within 5 seconds').first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await isListening(port)).toBe(false);
  });
});

test('a code that is declined on the other device is said, and a new one can be had', async ({
  stage,
  page,
}) => {
  await page.getByRole('button', { name: 'Use a device code' }).click();
  await answerDeviceCode(stage, page, { as: 'Adele Vance', confirm: false });
  await expect(page.getByText('declined on the other device').first()).toBeVisible();

  await page.getByRole('button', { name: 'Try again' }).click();
  await answerDeviceCode(stage, page, { as: 'Adele Vance' });
  await waitForState(page, (state) => state.accounts.length === 1);
});

test('a code that expired is said', async ({ stage, page }) => {
  await page.getByRole('button', { name: 'Use a device code' }).click();
  await waitForState(page, (state) => state.signIn.kind === 'code');
  stage.cloud.expireDeviceCodes();

  await expect(page.getByText('expired before it was used').first()).toBeVisible();
});

test('a code can be copied and cancelled', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Use a device code' }).click();
  const { signIn } = await waitForState(page, (state) => state.signIn.kind === 'code');
  if (signIn.kind !== 'code') throw new Error('no code is shown');
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect.poll(() => app.clipboardText()).toBe(signIn.userCode);
  await page.getByRole('button', { name: 'Cancel' }).click();

  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('cancelled in the browser is said, without a claim of success there', async ({
  stage,
  app,
  page,
}) => {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const browserPage = await openPage(stage.browser, await app.waitForOpenedUrl());
  await browserPage.getByRole('button', { name: 'Cancel' }).click();
  await browserPage.waitForURL(/^http:\/\/localhost:/);

  await expect(browserPage.getByRole('heading')).toHaveText('The sign-in did not finish');
  await expect(page.getByText('cancelled, or the permission declined').first()).toBeVisible();
});

test('a tenant that does not exist is named before a browser opens', async ({ app, page }) => {
  await page.getByRole('button', { name: 'More ways to sign in' }).click();
  await page.getByRole('menuitem', { name: 'Choose a specific tenant…' }).click();
  const field = page.getByRole('textbox', { name: 'Tenant' });
  await field.fill('not a tenant!');
  await page.getByRole('button', { name: 'Continue in browser' }).click();
  await expect(page.getByText('A tenant is named by its id or by a domain')).toBeVisible();

  await field.fill('no-such-tenant.example');
  await page.getByRole('button', { name: 'Continue in browser' }).click();
  await expect(page.getByText('There is no tenant with this name').first()).toBeVisible();
  expect(app.openedUrls()).toEqual([]);
});

test('an account can be signed out, and stays out after a restart', async ({
  stage,
  page,
  app,
}) => {
  await page.getByRole('button', { name: 'Use a device code' }).click();
  await answerDeviceCode(stage, page, { as: users.zoe.displayName });
  await waitForState(page, (state) => state.accounts.length === 1);
  await page.getByRole('button', { name: /Actions for zoe/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out…' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await app.quit();

  const later = await (await stage.launch()).window();
  await expect(later.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  expect((await readState(later)).accounts).toEqual([]);
});
