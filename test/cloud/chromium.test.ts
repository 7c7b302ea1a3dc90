import { AxeBuilder } from '@axe-core/playwright';
import { PublicClientApplication } from '@azure/msal-node';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../preview/find-browser.ts';
import { armScope, askForDeviceCode, azureCli, pollForToken } from './protocol.ts';
import { startCloud, type Cloud } from './start.ts';
import { trust } from './trust.ts';

let cloud: Cloud;
let browser: Browser;

beforeAll(async () => {
  cloud = await startCloud();
  trust(cloud.certificateAuthority);
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge is installed.');
  const trusted = `--ignore-certificate-errors-spki-list=${cloud.leafKeyHash}`;
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', trusted] });
});
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map((each) => `${each.id}: ${each.help}`);
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name }).click();

test('a real browser trusts the leaf by its key, posts the form to MSAL and shows its page', async () => {
  const client = new PublicClientApplication({
    auth: {
      clientId: azureCli,
      authority: `${cloud.authority}/tailwindtraders.com`,
      knownAuthorities: [new URL(cloud.authority).host],
    },
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const heard: string[] = [];
  const { account } = await client.acquireTokenInteractive({
    scopes: [armScope],
    successTemplate: '<h1>Welcome back</h1>',
    openBrowser: async (url) => {
      await page.goto(url);
      heard.push(...(await violations(page)));
      await press(page, 'Nguyễn Minh Anh minh.anh@tailwindtraders.com');
      heard.push(...(await violations(page)));
      await press(page, 'Approve sign-in');
    },
  });
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  const [session] = await context.cookies(cloud.authority);
  expect(heard).toEqual([]);
  expect(account?.name).toBe('Nguyễn Minh Anh');
  expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: 'None' });
  await context.close();
});

test.each(['light', 'dark'] as const)(
  'the device pages work with the keyboard and have no accessibility violation in %s',
  async (colorScheme) => {
    const { user_code: otc = '', device_code: deviceCode = '' } = await askForDeviceCode(cloud);
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    const heard: string[] = [];
    await page.goto(`${cloud.authority}/deviceauth`);
    await page.getByLabel('Code').press('Tab');
    await page.getByLabel('Code').fill('NOTTHATONE');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    heard.push(...(await violations(page)));
    await page.getByLabel('Code').fill(otc);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Pick an account' }).waitFor();
    await press(page, 'Use another account');
    await page.getByLabel('Email or phone').fill('adele.vance@contoso.com');
    heard.push(...(await violations(page)));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Are you trying to sign in' }).waitFor();
    heard.push(...(await violations(page)));
    await press(page, 'Continue');
    await page.getByRole('heading', { name: 'You have signed in' }).waitFor();
    heard.push(...(await violations(page)));
    expect(heard).toEqual([]);
    expect((await pollForToken(cloud, deviceCode)).status).toBe(200);
    await context.close();
  },
);

test('Enter in a form never presses Cancel', async () => {
  const { user_code: otc = '', device_code: deviceCode = '' } = await askForDeviceCode(cloud);
  const page = await browser.newPage();
  await page.goto(`${cloud.authority}/deviceauth?otc=${otc}`);
  await press(page, 'Next');
  await press(page, 'Use another account');
  await page.getByLabel('Email or phone').fill('adele.vance@contoso.com');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Are you trying to sign in' }).waitFor();
  expect((await pollForToken(cloud, deviceCode)).error).toBe('authorization_pending');
  await page.close();
});
