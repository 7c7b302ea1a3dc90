import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findLeaks } from '../leaks.ts';
import { readState, waitForState } from '../app-window.ts';
import { expect, signInFirst, test } from './azimuth-test.ts';
import type { Running } from './azimuth-test.ts';
import {
  azimuth,
  field,
  filesOfOurs,
  fillPassphrase,
  isLocked,
  isOpen,
  passphrase,
  unlockWith,
} from './protection.ts';

test.use({ stageOptions: { keyring: false } });

/** Signed in, and then protected. */
async function protectedApp({ stage, app, page }: Running): Promise<void> {
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: 'Memory only' }).click();
  await page.getByRole('button', { name: 'Protect with a passphrase…' }).click();
  await fillPassphrase(page, passphrase);
  await waitForState(page, ({ vault }) => vault.kind === 'sealed');
}

/** The window of the next start, where the passphrase is asked for. */
async function protectedAndRestarted(running: Running): Promise<Page> {
  await protectedApp(running);
  await running.app.quit();
  return (await running.stage.launch()).window();
}

test('accounts are there again after a restart, once the passphrase is typed', async ({
  stage,
  app,
  page,
}) => {
  await protectedApp({ stage, app, page });
  await app.quit();
  expect(await findLeaks([passphrase], stage.profile, stage.printed())).toEqual([]);

  const again = await stage.launch();
  const later = await again.window();
  await expect(later.getByRole('heading', { name: 'Azimuth is locked' })).toBeVisible();
  await expect(field(later, 'Passphrase')).toBeFocused();
  expect(await later.content()).not.toContain('Adele');
  expect(JSON.stringify(await readState(later))).not.toMatch(/adele|Contoso/i);
  await unlockWith(later, passphrase);
  const { accounts, subscriptions } = await waitForState(later, ({ lock }) => lock.kind === 'open');
  expect(accounts.map(({ username }) => username)).toEqual(['adele.vance@contoso.com']);
  expect(subscriptions.length).toBeGreaterThan(0);
  await expect(later.getByRole('button', { name: /Contoso Development/ }).first()).toBeVisible();

  // The session came back too, not only its name.
  await later.getByRole('button', { name: /Set as default: Contoso Development/ }).click();
  const { code, stdout } = await azimuth(stage.profile, ['account', 'get-access-token']);
  expect([code, stage.cloud.issued.has(JSON.parse(stdout).accessToken)]).toEqual([0, true]);
});

test('from the first screen it protects who signs in later', async ({ stage, app, page }) => {
  await page.getByRole('button', { name: 'Protect with a passphrase…' }).click();
  await fillPassphrase(page, passphrase);
  await waitForState(page, ({ vault }) => vault.kind === 'sealed');
  await signInFirst({ stage, app, page });
  await app.kill();

  const later = await (await stage.launch()).window();
  await unlockWith(later, passphrase);
  const { accounts } = await waitForState(later, ({ lock }) => lock.kind === 'open');
  expect(accounts).toHaveLength(1);
});

test('a wrong passphrase is one plain sentence, and then one has to wait, also in a window loaded anew', async ({
  stage,
  app,
  page,
}) => {
  const later = await protectedAndRestarted({ stage, app, page });
  for (let tries = 0; tries < 4; tries += 1) {
    await expect(later.getByRole('button', { name: 'Unlock', exact: true })).toBeEnabled();
    await unlockWith(later, 'not this one');
    await expect(later.getByText('This is not the passphrase')).toBeVisible();
  }
  await expect(later.getByText(/You can try again in 0:0/)).toBeVisible();
  await later.reload();
  await expect(later.getByRole('button', { name: 'Unlock', exact: true })).toBeDisabled();
  await expect(later.getByRole('button', { name: 'Unlock', exact: true })).toBeEnabled();
  await unlockWith(later, passphrase);
  await isOpen(later);
});

test('a passphrase that is too short, or typed in two ways, is said at its field', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Protect with a passphrase…' }).click();
  const dialog = page.getByRole('dialog');
  await field(dialog, 'New passphrase').fill('short');
  await dialog.getByRole('button', { name: 'Protect' }).click();
  await expect(dialog.getByText('A passphrase has at least 8 characters.')).toBeVisible();
  await field(dialog, 'New passphrase').fill(passphrase);
  await field(dialog, 'The same again').fill('something else');
  await expect(dialog.getByText('The two passphrases are not the same.')).toBeVisible();
  expect((await readState(page)).vault.kind).toBe('memory');
});

test('is changed by who knows it, and the old one opens nothing any more', async ({
  stage,
  app,
  page,
}) => {
  await protectedApp({ stage, app, page });
  const before = await readFile(join(stage.profile, 'vault.key'), 'utf8');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Change passphrase…' }).click();
  await field(page.getByRole('dialog'), 'Current passphrase').fill('not this one');
  await fillPassphrase(page, 'another eight words');
  await expect(page.getByRole('dialog').getByText('This is not the passphrase')).toBeVisible();
  await field(page.getByRole('dialog'), 'Current passphrase').fill(passphrase);
  await page.getByRole('dialog').getByRole('button', { name: 'Change' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await readFile(join(stage.profile, 'vault.key'), 'utf8')).not.toBe(before);
  await app.quit();

  const later = await (await stage.launch()).window();
  await unlockWith(later, passphrase);
  await expect(later.getByText('This is not the passphrase')).toBeVisible();
  await unlockWith(later, 'another eight words');
  await isOpen(later);
});

test('is forgotten after a warning: the files go, and the next start knows nobody', async ({
  stage,
  app,
  page,
}) => {
  await protectedApp({ stage, app, page });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Forget passphrase…' }).click();
  await page.getByRole('button', { name: 'Remove the files' }).click();
  const { accounts } = await waitForState(page, ({ vault }) => vault.kind === 'memory');
  expect(accounts).toHaveLength(1);
  await app.quit();
  expect((await filesOfOurs(stage.profile)).filter((name) => name.includes('vault'))).toEqual([]);

  const later = await (await stage.launch()).window();
  await expect(later.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('who forgot it can start over from the locked screen', async ({ stage, app, page }) => {
  const later = await protectedAndRestarted({ stage, app, page });
  await later.getByRole('button', { name: 'Forgot the passphrase?' }).click();
  await later.getByRole('button', { name: 'Sign out and remove' }).click();
  await expect(later.getByText('a second look found none left')).toBeVisible();
  await expect(later.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  expect((await readState(later)).vault.kind).toBe('memory');
});

test('locking asks for the passphrase again', async ({ stage, app, page }) => {
  await protectedApp({ stage, app, page });
  await page.keyboard.press('Control+l');
  await isLocked(page);
  await unlockWith(page, 'not this one');
  await expect(page.getByText('This is not the passphrase')).toBeVisible();
  await unlockWith(page, passphrase);
  await isOpen(page);
  await expect(page.getByText('Adele Vance').first()).toBeVisible();
});

test('a terminal unlocks with a passphrase that it reads from stdin', async ({
  stage,
  app,
  page,
}) => {
  const later = await protectedAndRestarted({ stage, app, page });
  await isLocked(later);
  const wrong = await azimuth(stage.profile, ['unlock'], 'not this one\n');
  const refused = await azimuth(stage.profile, ['account', 'list']);
  const right = await azimuth(stage.profile, ['unlock'], `${passphrase}\n`);
  const { stdout } = await azimuth(stage.profile, ['account', 'list', '-o', 'tsv']);
  expect([wrong, refused.code, right.code]).toEqual([
    {
      code: 1,
      stdout: '',
      stderr: 'Passphrase: \nERROR: This is not the passphrase that the vault was sealed with.\n',
    },
    1,
    0,
  ]);
  expect(stdout).toContain('Contoso Development');
  await isOpen(later);
});
