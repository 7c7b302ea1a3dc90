import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandName } from '../../src/shared/contract.ts';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage } from './stage.ts';
import type { StateName } from './states.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const isFocused = (page: Page, name: string): Promise<boolean> =>
  page
    .getByRole('button', { name, exact: true })
    .evaluate((button) => button === document.activeElement);

async function askToWipe(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Where secrets are' }).click();
  await page.getByRole('button', { name: 'Sign out of everything…' }).click();
}

async function askForNickname(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Actions for Day job' }).click();
  await page.getByRole('menuitem', { name: 'Nickname and colour…' }).click();
}

describe('a dialog', () => {
  it.each<[string, StateName, (page: Page) => Promise<void>, CommandName, string]>([
    ['question', 'signedIn', askToWipe, 'wipe', 'Sign out and remove'],
    ['form', 'arranged', askForNickname, 'label-account', 'Save'],
  ])(
    'with a %s stays while its command runs, and says what came of it',
    async (_, state, ask, command, button) => {
      const page = await stage.open(state);
      await ask(page);
      const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
      await page.evaluate((name) => window.fake.hold(name), command);
      await dialog.getByRole('button', { name: button }).click();
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: 'Cancel' }).click({ force: true });
      const whileItRuns = await dialog.getAttribute('aria-busy');
      await page.evaluate((name) => {
        const message = 'The disk is full.';
        window.fake.answer(name, { ok: false, problem: { kind: 'vault', message } });
      }, command);
      await dialog.getByText('The disk is full.').waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });

      expect(whileItRuns).toBe('true');
    },
  );

  it('that asks gives the focus to the answer that changes nothing', async () => {
    const page = await stage.open('signedIn');
    await askToWipe(page);
    await page.getByRole('alertdialog').waitFor();

    expect(await isFocused(page, 'Cancel')).toBe(true);
  });

  it('with a form gives the focus to the first field that is wrong', async () => {
    const page = await stage.open('passphraseKept');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Change passphrase…' }).click();
    const current = page.getByRole('textbox', { name: 'Current passphrase' });
    await current.fill('correct horse');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByText('A passphrase has at least 8 characters.').waitFor();
    const next = page.getByRole('textbox', { name: 'New passphrase' });

    expect(await next.evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it.each(['Continue in browser', 'Continue with a code'])(
    'does so too where it goes on elsewhere (%s)',
    async (way) => {
      const page = await stage.open('firstRun');
      await page.getByRole('button', { name: 'More ways to sign in' }).click();
      await page.getByRole('menuitem', { name: 'Choose a specific tenant…' }).click();
      await page.getByRole('button', { name: way }).click();
      const tenant = page.getByRole('textbox', { name: 'Tenant' });

      expect(await tenant.getAttribute('aria-invalid')).toBe('true');
      expect(await tenant.evaluate((field) => field === document.activeElement)).toBe(true);
    },
  );

  it('that looked for something first gives the focus to its fields, not to Cancel', async () => {
    const page = await stage.open('firstRun');
    await page.evaluate(() => window.fake.hold('find-managed-identity'));
    await page.getByRole('button', { name: 'More ways to sign in' }).click();
    await page.getByRole('menuitem', { name: 'Managed identity of this computer…' }).click();
    await page.getByText('Looking for a managed identity').waitFor();
    await page.evaluate(() =>
      window.fake.answer('find-managed-identity', { ok: true, value: { source: 'imds' } }),
    );
    const first = page.getByRole('radio', { name: /system-assigned/ });
    await first.waitFor();

    expect(await first.evaluate((radio) => radio === document.activeElement)).toBe(true);
  });
});
