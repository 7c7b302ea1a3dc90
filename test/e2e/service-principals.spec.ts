import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { isSettled, readState, waitForState } from '../app-window.ts';
import { applicationSecrets } from '../cloud/directory/application-secrets.ts';
import type { Application } from '../cloud/start.ts';
import { findLeaks } from '../leaks.ts';
import type { Stage } from '../stage.ts';
import { violations } from '../axe.ts';
import { expect, signInFirst, test } from './azimuth-test.ts';
import { getToken } from './get-token.ts';

const formOf = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Sign in as a service principal' });

async function openForm(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'More ways to sign in' }).click();
  await page.getByRole('menuitem', { name: 'Service principal…' }).click();
  return formOf(page);
}

async function name(form: Locator, application: Application, tenant?: string): Promise<void> {
  await form.getByRole('textbox', { name: 'Client ID' }).fill(application.id);
  await form.getByRole('textbox', { name: 'Tenant' }).fill(tenant ?? application.tenant);
}

async function secretSignIn(page: Page, application: Application, secret: string): Promise<void> {
  const form = await openForm(page);
  await name(form, application);
  await form.getByLabel('Client secret').fill(secret);
  await form.getByRole('button', { name: 'Sign in' }).click();
  await waitForState(page, isSettled);
}

const pemOf = ({ certificate, privateKey }: { certificate: string; privateKey: string }): string =>
  `${certificate}\n${privateKey}\n`;

/** Neither the window's state nor any file, nor what was printed, holds what the service principals prove themselves with. */
async function expectNoSecrets(stage: Stage, page: Page): Promise<void> {
  const secrets = applicationSecrets(stage.cloud.directory.applications);
  const state = JSON.stringify(await readState(page));
  const html = await page.content();
  const shown = { ...stage.printed(), 'the state': state, 'the page': html };
  expect(await findLeaks(secrets, stage.profile, shown)).toEqual([]);
}

test('with a secret it signs in from the first screen, lists, mints, and is there after a restart', async ({
  stage,
  app,
  page,
}) => {
  const { contosoDeploy } = stage.cloud.directory.applications;
  const form = await openForm(page);
  await name(form, contosoDeploy, 'contoso.com');
  await form.getByRole('textbox', { name: 'Label' }).fill('Deployment');
  await form.getByLabel('Client secret').fill(contosoDeploy.credential.secret);
  await form.getByRole('button', { name: 'Sign in' }).click();
  const state = await waitForState(page, isSettled);
  expect(state.accounts).toMatchObject([
    {
      kind: 'service-principal',
      username: contosoDeploy.id,
      displayName: 'Deployment',
      homeTenantId: contosoDeploy.tenant,
      credential: { kind: 'secret' },
    },
  ]);
  await expect(page.getByText('Deployment is signed in').first()).toBeVisible();
  await page.getByRole('button', { name: /Set as default: Contoso Development/ }).click();
  await getToken(page);
  await waitForState(page, ({ token }) => token.kind === 'issued');
  await expectNoSecrets(stage, page);
  await app.quit();

  const later = await (await stage.launch()).window();
  await waitForState(later, ({ about }) => about.restored);
  await later.getByRole('button', { name: 'Refresh' }).click();
  const before = state.discovery.finishedAt ?? 0;
  const again = await waitForState(
    later,
    (now) => isSettled(now) && (now.discovery.finishedAt ?? 0) > before,
  );
  expect([again.accounts[0]?.session, again.subscriptions.length]).toEqual([{ kind: 'active' }, 2]);

  await later.getByRole('button', { name: 'Actions for Deployment' }).click();
  await later.getByRole('menuitem', { name: 'Sign out…' }).click();
  await later.getByRole('button', { name: 'Sign out', exact: true }).click();
  await waitForState(later, ({ accounts }) => accounts.length === 0);
});

test('each thing that is wrong is said at its field, and nothing is stored', async ({
  stage,
  page,
}) => {
  const { contosoDeploy, contosoNightly } = stage.cloud.directory.applications;
  const form = await openForm(page);
  const submit = form.getByRole('button', { name: 'Sign in' });
  const at = (label: string) => form.locator('.fui-Field').filter({ hasText: label });
  await submit.click();
  await expect(at('Client ID')).toContainText('A client ID looks like');
  await expect(at('Tenant')).toContainText('A tenant is named by its id or by a domain');
  await expect(at('Client secret')).toContainText('Type the secret.');

  const secret = form.getByLabel('Client secret');
  await name(form, contosoDeploy);
  await secret.fill('wrong');
  await submit.click();
  await expect(at('Client secret')).toContainText('The secret is wrong.');

  await name(form, contosoNightly);
  await secret.fill(contosoNightly.credential.secret);
  await submit.click();
  await expect(at('Client secret')).toContainText('The secret expired. Create a new one.');

  await name(form, contosoDeploy, 'fabrikam.com');
  await submit.click();
  await expect(at('Client ID')).toContainText('This tenant has no application with this client ID');

  await name(form, contosoDeploy, 'no-such-tenant.example');
  await submit.click();
  await expect(at('Tenant')).toContainText('There is no tenant with this name');
  await expect(form.getByRole('textbox', { name: 'Tenant' })).toBeFocused();

  await form.getByRole('tab', { name: 'Certificate' }).click();
  const paste = form.getByLabel('Or paste the PEM text');
  await name(form, contosoDeploy);
  for (const [text, complaint] of [
    ['hello', 'This is no PEM text.'],
    ['A'.repeat(2_000_000), 'That was too long to be taken'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA', 'The PEM text is cut off or damaged.'],
  ] as const) {
    await paste.fill(text);
    await submit.click();
    await expect(at('Or paste the PEM text')).toContainText(complaint);
  }

  await form.getByRole('tab', { name: 'Federated token' }).click();
  await form.getByLabel('Path of the file').fill('/no/such/file');
  await submit.click();
  await expect(at('Path of the file')).toContainText('can not be read: /no/such/file');

  expect((await readState(page)).accounts).toEqual([]);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form).toBeHidden();
});

test('a certificate is a chosen file, with its chain if wanted, beside a person', async ({
  stage,
  app,
  page,
}) => {
  const { fabrikamPipeline } = stage.cloud.directory.applications;
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('menuitem', { name: 'Service principal…' }).click();
  const form = formOf(page);
  await name(form, fabrikamPipeline);
  await form.getByRole('tab', { name: 'Certificate' }).click();
  await form.locator('input[type=file]').setInputFiles({
    name: 'pipeline.pem',
    mimeType: 'application/x-pem-file',
    buffer: Buffer.from(pemOf(fabrikamPipeline.credential)),
  });
  await expect(form.getByText('pipeline.pem')).toBeVisible();
  await form.getByRole('checkbox', { name: /Trusted by subject name/ }).check();
  await form.getByRole('button', { name: 'Sign in' }).click();
  const state = await waitForState(page, ({ accounts, subscriptions }) =>
    subscriptions.some(({ accountKey }) => accountKey === accounts[1]?.key),
  );
  expect(state.accounts[1]?.credential).toMatchObject({
    kind: 'certificate',
    thumbprint: fabrikamPipeline.credential.thumbprintSha256,
  });
  expect(
    state.subscriptions
      .filter(({ accountKey }) => accountKey === state.accounts[1]?.key)
      .map(({ displayName }) => displayName),
  ).toEqual(['Fabrikam Production']);
  await expectNoSecrets(stage, page);
});

test('a credential that is refused later is replaced with one click', async ({ stage, app }) => {
  const { prosewareWorkflow } = stage.cloud.directory.applications;
  const file = test.info().outputPath('token');
  await writeFile(file, await stage.cloud.federatedToken(prosewareWorkflow));
  const first = await app.window();
  const form = await openForm(first);
  await name(form, prosewareWorkflow);
  await form.getByRole('tab', { name: 'Federated token' }).click();
  await form.getByLabel('Path of the file').fill(file);
  await form.getByRole('button', { name: 'Sign in' }).click();
  await waitForState(first, isSettled);
  await app.quit();
  await writeFile(file, 'no token any more');

  const page = await (await stage.launch()).window();
  await waitForState(page, ({ about }) => about.restored);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitForState(page, ({ accounts }) => accounts[0]?.session.kind === 'ended');
  const replace = page.getByRole('list', { name: 'Accounts' }).getByRole('button', {
    name: 'Replace credential…',
  });
  await replace.click();
  const dialog = page.getByRole('dialog', { name: 'Replace the credential' });
  await expect(dialog.getByRole('textbox', { name: 'Client ID' })).toHaveValue(
    prosewareWorkflow.id,
  );
  await expect(dialog.getByLabel('Path of the file')).toHaveValue(file);
  await dialog.getByRole('radio', { name: 'Pasted here' }).check();
  await dialog
    .getByRole('textbox', { name: 'Token' })
    .fill(await stage.cloud.federatedToken(prosewareWorkflow));
  await dialog.getByRole('button', { name: 'Replace' }).click();
  const state = await waitForState(
    page,
    (now) => now.accounts[0]?.session.kind === 'active' && isSettled(now),
  );
  expect(state.accounts).toMatchObject([{ credential: { kind: 'federated-token' } }]);
});

test.describe('without a keyring', () => {
  test.use({ stageOptions: { keyring: false } });

  test('it works, and is gone with the app', async ({ stage, app, page }) => {
    const { contosoDeploy } = stage.cloud.directory.applications;
    await secretSignIn(page, contosoDeploy, contosoDeploy.credential.secret);
    expect((await readState(page)).subscriptions).toHaveLength(2);
    await expectNoSecrets(stage, page);
    await app.quit();
    const later = await (await stage.launch()).window();
    expect((await readState(later)).accounts).toEqual([]);
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`the form violates no accessibility rule (${theme})`, async ({ stage, app, page }) => {
    await app.setTheme(theme);
    const form = await openForm(page);
    await name(form, stage.cloud.directory.applications.contosoDeploy);
    for (const tab of ['Certificate', 'Federated token', 'Secret']) {
      await form.getByRole('tab', { name: tab }).click();
      await form.getByRole('button', { name: 'Sign in' }).click();
      await expect(form.locator('[aria-invalid=true]').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    }
  });
}
