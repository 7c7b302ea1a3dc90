import { tenants } from '../cloud/directory/contoso.ts';
import type { TenantPolicy } from '../cloud/directory/model.ts';
import type { AppState } from '../../src/shared/app-state.ts';
import { azureCli } from '../cloud/protocol.ts';
import { isSettled, waitForState } from '../app-window.ts';
import { chooseAccount, openPage } from '../person.ts';
import { answerBrowser, expect, signInFirst, test } from './azimuth-test.ts';

const { fabrikam } = tenants;

const fabrikamIn = ({ tenants: listed }: AppState) =>
  listed.find(({ tenantId }) => tenantId === fabrikam.id)?.status;

test.describe('a tenant that wants more', () => {
  const rows: readonly [TenantPolicy, RegExp, string, string][] = [
    ['requires-multi-factor', /wants a second factor/, 'Sign in to this tenant', 'AADSTS50076'],
    [
      'requires-compliant-device',
      /only devices that follow its rules/,
      'Copy details for your administrator',
      'AADSTS53000',
    ],
    [
      'requires-managed-device',
      /only devices that it manages/,
      'Copy details for your administrator',
      'AADSTS530003',
    ],
    ['blocked', /Conditional Access/, 'Copy details for your administrator', 'AADSTS53003'],
  ];
  for (const [policy, sentence, button, code] of rows) {
    test(`as one that ${policy} is a row with its sentence, its button and its ids`, async ({
      stage,
      app,
      page,
    }) => {
      stage.cloud.setTenantPolicy(fabrikam, policy);
      await signInFirst({ stage, app, page });
      await page.getByRole('searchbox', { name: 'Filter subscriptions' }).fill('fabrikam.com');
      const row = page.getByRole('row', { name: sentence });
      await expect(row.getByRole('button', { name: button })).toBeVisible();
      await row.getByRole('button', { name: 'Details', exact: true }).click();
      await page.getByRole('button', { name: 'Copy details', exact: true }).click();

      await expect
        .poll(() => app.clipboardText())
        .toMatch(
          new RegExp(`${code}[\\s\\S]*Correlation ID: [0-9a-f-]{36}\\nTrace ID: [0-9a-f-]{36}`),
        );
    });
  }
});

test('a fresh sign-in says for whom and where it is, and brings the tenant back', async ({
  stage,
  app,
  page,
}) => {
  // So short that each listing needs a new token.
  stage.cloud.setTokenLifetime(30);
  await signInFirst({ stage, app, page });
  stage.cloud.setTenantPolicy(fabrikam, 'requires-fresh-sign-in');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('searchbox', { name: 'Filter subscriptions' }).fill('fabrikam.com');
  const row = page.getByRole('row', { name: /wants a fresh sign-in/ });
  await row.getByRole('button', { name: 'Sign in to this tenant' }).click();
  const card = page.getByRole('dialog', { name: 'Continue in your browser' });
  await expect(card.getByLabel('This sign-in is for')).toHaveText(
    `Accountadele.vance@contoso.comTenant${fabrikam.displayName}${fabrikam.id}`,
  );
  const { pathname, searchParams } = new URL(app.openedUrls().at(-1) ?? '');
  expect([pathname.split('/')[1], searchParams.get('login_hint')]).toEqual([
    fabrikam.id,
    'adele.vance@contoso.com',
  ]);

  await answerBrowser(stage, app, { as: 'Adele Vance' });
  await waitForState(page, (state) => isSettled(state) && fabrikamIn(state)?.kind === 'ready');
});

test('a tenant that nobody allowed the application in is a row with the way to allow it', async ({
  stage,
  app,
  page,
}) => {
  stage.cloud.setTokenLifetime(30);
  await signInFirst({ stage, app, page });
  stage.cloud.requireConsent(azureCli, fabrikam);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('searchbox', { name: 'Filter subscriptions' }).fill('fabrikam.com');
  const row = page.getByRole('row', { name: /Nobody has allowed this application/ });
  await row.getByRole('button', { name: 'Sign in to this tenant' }).click();
  await page.getByRole('dialog', { name: 'Continue in your browser' }).waitFor();
  const browserPage = await openPage(stage.browser, app.openedUrls().at(-1) ?? '');
  await chooseAccount(browserPage, { as: 'Adele Vance' });
  await browserPage.getByRole('button', { name: 'Accept' }).click();

  await waitForState(page, (state) => isSettled(state) && fabrikamIn(state)?.kind === 'ready');
});

test('a policy that nothing satisfies ends after one try, and opens no browser again by itself', async ({
  stage,
  app,
  page,
}) => {
  stage.cloud.setTenantPolicy(fabrikam, 'never-satisfied');
  await signInFirst({ stage, app, page });
  await page.getByRole('searchbox', { name: 'Filter subscriptions' }).fill('fabrikam.com');
  const row = page.getByRole('row', { name: /wants a second factor/ });
  await row.getByRole('button', { name: 'Sign in to this tenant' }).click();
  await answerBrowser(stage, app, { as: 'Adele Vance' });
  const card = page.getByRole('dialog', { name: 'The sign-in did not work' });
  await expect(card.getByText('asks again for what you have just given it')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await card.getByRole('button', { name: 'Copy details for your administrator' }).click();

  await expect.poll(() => app.clipboardText()).toMatch(/AADSTS50076[\s\S]*Correlation ID:/);
  expect(app.openedUrls()).toHaveLength(2);
});

test('Azure Resource Manager that is never content ends after one try, and says so', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  stage.cloud.requireClaims(stage.cloud.directory.users.adele, true);
  await page.getByRole('button', { name: 'Refresh' }).click();
  const account = page.getByRole('list', { name: 'Accounts' });
  await account.getByRole('button', { name: 'Sign in to this tenant' }).click();
  await answerBrowser(stage, app, { as: 'Adele Vance' });
  await expect(account.getByText('The sign-in was not enough')).toBeVisible();
  await account.getByRole('button', { name: 'Copy details for your administrator' }).click();

  await expect.poll(() => app.clipboardText()).toMatch(/^Azure Resource Manager asks again/);
  expect(app.openedUrls()).toHaveLength(2);
});
