import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findBrowser } from './preview/find-browser.ts';

/** What a person does on the pages of Entra ID. */
export interface SignInAnswers {
  /** The display name on the account's button. */
  readonly as: string;
  /** What they do when a second factor is wanted; they approve unless said. */
  readonly secondFactor?: 'approve' | 'cannot';
}

/** The browser of the person at the computer: another program than the app, with its own cookies. */
export async function openPersonsBrowser(visible = false): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium, Chrome or Edge is installed');
  return chromium.launch({
    executablePath,
    headless: !visible,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Opens an address as the system would, in a fresh profile that has no session with Entra ID. */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Goes through the sign-in pages; resolves when the browser is back at the app's own page. */
export async function signIn(page: Page, answers: SignInAnswers): Promise<void> {
  await chooseAccount(page, answers);
  await page.waitForURL(/^http:\/\/localhost:/);
}

export async function chooseAccount(page: Page, answers: SignInAnswers): Promise<void> {
  const account = page.getByRole('button', { name: answers.as });
  const approve = page.getByRole('button', { name: 'Approve sign-in' });
  await account.or(approve).first().waitFor();
  if (await account.isVisible()) await account.click();
  if (!(await appears(page, 'Approve sign-in request'))) return;
  await (answers.secondFactor === 'cannot'
    ? page.getByRole('button', { name: "I can't use my Authenticator app" }).click()
    : approve.click());
}

/** Types a device code as on another device. */
export async function enterDeviceCode(
  page: Page,
  userCode: string,
  answers: SignInAnswers & { readonly confirm?: boolean },
): Promise<void> {
  await page.getByLabel('Code').fill(userCode);
  await page.getByRole('button', { name: 'Next' }).click();
  await chooseAccount(page, answers);
  const answer = answers.confirm === false ? 'Cancel' : 'Continue';
  await page.getByRole('button', { name: answer, exact: true }).click();
}

/** Whether the next page has this heading. Redirects settle first. */
async function appears(page: Page, heading: string): Promise<boolean> {
  await page.waitForLoadState('load');
  return page.getByRole('heading', { name: heading }).isVisible();
}
