import type { Locator, Page } from 'playwright-core';
import { isSettled, readState, waitForState } from '../app-window.ts';
import { managedIdentities } from '../cloud/directory/managed-identities.ts';
import { violations } from '../axe.ts';
import { expect, test } from './azimuth-test.ts';
import { getToken } from './get-token.ts';

const { buildAgent, reader } = managedIdentities;

async function openForm(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'More ways to sign in' }).click();
  await page.getByRole('menuitem', { name: 'Managed identity of this computer…' }).click();
  return page.getByRole('dialog', { name: 'Sign in as this computer' });
}

test('a virtual machine signs in as itself, mints, is there after a restart, and signs out', async ({
  stage,
}) => {
  const machine = await stage.cloud.startMachine({ kind: 'imds', systemAssigned: buildAgent });
  const launch = () => stage.launch({ environment: machine.environment });
  const first = await launch();
  const page = await first.window();
  // Nothing is asked before a person wants it.
  expect(machine.answers).toEqual([]);
  const form = await openForm(page);
  await expect(form.getByText('Found: Azure virtual machine or container.')).toBeVisible();
  await form.getByRole('button', { name: 'Sign in' }).click();
  const state = await waitForState(page, isSettled);
  expect([state.accounts, state.subscriptions]).toMatchObject([
    [{ kind: 'managed-identity', displayName: 'build-agent-7' }],
    [{ displayName: 'Contoso Development' }],
  ]);
  await page.getByRole('button', { name: /Set as default: Contoso Development/ }).click();
  await getToken(page);
  await waitForState(page, ({ token }) => token.kind === 'issued');
  await first.quit();

  const later = await (await launch()).window();
  const back = await waitForState(later, ({ about }) => about.restored);
  expect(back.accounts).toMatchObject([{ displayName: 'build-agent-7' }]);
  await later.getByRole('button', { name: 'Actions for build-agent-7' }).click();
  await later.getByRole('menuitem', { name: 'Sign out…' }).click();
  const asked = later.getByRole('alertdialog');
  await expect(asked).toContainText('Azimuth forgets this managed identity');
  await asked.getByRole('button', { name: 'Sign out' }).click();
  await waitForState(later, ({ accounts }) => accounts.length === 0);
});

test('an identity that was assigned is named by an ID, and a wrong one is said at its field', async ({
  stage,
}) => {
  const machine = await stage.cloud.startMachine({ kind: 'imds', userAssigned: [reader] });
  const app = await stage.launch({ environment: machine.environment });
  const page = await app.window();
  const form = await openForm(page);
  await form.getByRole('radio', { name: /user-assigned/ }).check();
  const field = form.getByRole('textbox', { name: 'Client ID' });
  await field.fill('reader');
  await form.getByRole('button', { name: 'Sign in' }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/A client ID looks like/);
  await field.fill('00000000-0000-4000-8000-000000000000');
  await form.getByRole('button', { name: 'Sign in' }).click();
  await expect(field).toHaveAccessibleDescription(/is assigned to this machine/);
  for (const theme of ['light', 'dark'] as const) {
    await app.setTheme(theme);
    expect(await violations(page)).toEqual([]);
  }
  await form.getByRole('combobox', { name: 'Named by' }).selectOption('Resource ID');
  await form.getByRole('textbox', { name: 'Resource ID' }).fill(reader.resourceId);
  await form.getByRole('textbox', { name: 'Label' }).fill('Reader');
  await form.getByRole('button', { name: 'Sign in' }).click();
  const { accounts } = await waitForState(page, isSettled);
  expect(accounts).toMatchObject([{ displayName: 'Reader', username: reader.id }]);
});

test('a computer without an identity says so, and nothing is added', async ({ stage }) => {
  const machine = await stage.cloud.startMachine({ kind: 'imds' });
  await machine.close();
  const page = await (await stage.launch({ environment: machine.environment })).window();
  const form = await openForm(page);
  await expect(form.getByText('This computer has no managed identity')).toBeVisible();
  await expect(form.getByRole('button', { name: 'Sign in' })).toHaveCount(0);
  await form.getByRole('button', { name: 'Close' }).click();
  expect((await readState(page)).accounts).toEqual([]);
});
