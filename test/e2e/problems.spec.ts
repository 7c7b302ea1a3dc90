import { isSettled, readState, waitForState } from '../app-window.ts';
import { answerBrowser, expect, signInFirst, test } from './azimuth-test.ts';

test('one click on a tenant that wants a second factor signs in to it, and does not loop', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  await page.getByRole('searchbox', { name: 'Filter subscriptions' }).fill('tailwind');
  const row = page.getByRole('row', { name: /second factor/ });
  await expect(row).toBeVisible();
  await row.getByRole('button').first().click();
  await answerBrowser(stage, app, { as: 'Adele Vance' });
  const state = await waitForState(
    page,
    (now) =>
      isSettled(now) &&
      now.tenants.some(
        (one) => one.displayName === 'Tailwind Traders' && one.status.kind === 'ready',
      ),
  );

  expect(state.accounts).toHaveLength(1);
  expect(state.subscriptions.map(({ displayName }) => displayName)).toContain('Tailwind Retail');
});

test('the raw text of a refusal can be read and copied for an administrator', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  await page.getByRole('searchbox', { name: 'Filter subscriptions' }).fill('woodgrove');
  const row = page.getByRole('row', { name: /Conditional Access/ });
  await row.getByRole('button', { name: 'Details', exact: true }).click();
  await expect(page.getByText('AADSTS53003').first()).toBeVisible();
  await page.getByRole('button', { name: 'Copy details', exact: true }).click();

  await expect
    .poll(() => app.clipboardText())
    .toMatch(/AADSTS53003[\s\S]*Correlation ID: [0-9a-f-]{36}/);
});

test('without the network the remembered list is there, and comes back to life with it', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  const before = (await readState(page)).subscriptions.length;
  await app.quit();

  const restore = stage.cloud.inject({ match: () => true, kind: 'reset' });
  const offline = await (await stage.launch()).window();
  await waitForState(offline, ({ about }) => about.restored);
  await offline.getByRole('button', { name: 'Refresh' }).click();
  const remembered = await waitForState(
    offline,
    (state) => state.accounts[0]?.session.kind === 'unreachable',
  );
  expect(remembered.subscriptions).toHaveLength(before);
  await expect(offline.getByText(/can not be reached|Offline/).first()).toBeVisible();

  restore();
  await offline.getByRole('button', { name: 'Refresh' }).click();
  await waitForState(offline, (state) => state.accounts[0]?.session.kind === 'active');
});

test('one tenant that fails leaves the others alone and can be tried again', async ({
  stage,
  app,
  page,
}) => {
  const { contoso } = stage.cloud.directory.tenants;
  const { fabrikam } = stage.cloud.directory.tenants;
  const restore = stage.cloud.inject({
    match: new RegExp(`^/${fabrikam.id}/oauth2/v2.0/token`),
    kind: 'html',
  });
  await signInFirst({ stage, app, page });
  const state = await readState(page);
  const statusOf = (id: string) => state.tenants.find(({ tenantId }) => tenantId === id)?.status;
  expect(statusOf(contoso.id)).toEqual({ kind: 'ready' });
  expect(statusOf(fabrikam.id)).toMatchObject({
    kind: 'failed',
    problem: { kind: 'unexpected-answer' },
  });

  restore();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitForState(
    page,
    (now) =>
      isSettled(now) &&
      now.tenants.find(({ tenantId }) => tenantId === fabrikam.id)?.status.kind === 'ready',
  );
});

test('a certificate that nobody knows is called what it is', async ({ stage }) => {
  const app = await stage.launch({ trusting: false });
  const page = await app.window();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();

  await expect(page.getByText('is not trusted').first()).toBeVisible();
});

test('a captive portal is called what it is', async ({ stage, page }) => {
  stage.cloud.inject({ match: /openid-configuration/, kind: 'html' });
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();

  await expect(page.getByText('Something other than Azure answered').first()).toBeVisible();
});

test('a clock that is an hour off is said', async ({ stage, app, page }) => {
  stage.cloud.setClockOffset(-60 * 60 * 1_000);
  await signInFirst({ stage, app, page }).catch(() => undefined);

  await expect(page.getByText(/clock is (59|60|61) minutes ahead of/)).toBeVisible();
});
