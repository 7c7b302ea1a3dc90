import { decodeJwt } from 'jose';
import { tenants } from '../cloud/directory/contoso.ts';
import { isSettled, readState, waitForState } from '../app-window.ts';
import {
  answerBrowser,
  expect,
  pointAtDevelopment,
  signInAlso,
  signInFirst,
  test,
} from './azimuth-test.ts';

test('from the first screen to a token on the clipboard, with the keyboard alone', async ({
  stage,
  app,
  page,
}) => {
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await answerBrowser(stage, app, { as: 'Adele Vance' });
  const listed = await waitForState(page, isSettled);
  expect(new Set(listed.tenants.map(({ displayName }) => displayName))).toEqual(
    new Set(Object.values(tenants).map(({ displayName }) => displayName)),
  );

  await page.keyboard.press('/');
  await page.keyboard.type('contoso prod');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('region', { name: 'Default subscription' });
  await expect(heading).toContainText('Contoso Production');

  await heading.getByRole('button', { name: 'Get token' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Get token' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy token' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('On the clipboard');

  const copied = await app.clipboardText();
  expect(stage.cloud.issued.has(copied)).toBe(true);
  expect(decodeJwt(copied)).toMatchObject({
    tid: tenants.contoso.id,
    aud: 'https://management.core.windows.net/',
  });
});

test('the token stays in main until it is revealed, and goes when it is hidden', async ({
  stage,
  app,
  page,
}) => {
  await pointAtDevelopment({ stage, app, page });
  const heading = page.getByRole('region', { name: 'Default subscription' });
  await heading.getByRole('button', { name: 'Get token' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Get token' }).click();
  await page.getByRole('button', { name: 'Show claims' }).click();
  await expect(panel).toContainText('adele.vance@contoso.com');
  const holdsToken = async (): Promise<boolean> => {
    const content = (await page.content()) + JSON.stringify(await readState(page));
    return [...stage.cloud.issued].some((secret) => content.includes(secret));
  };
  expect(await holdsToken()).toBe(false);

  await page.getByRole('button', { name: 'Reveal' }).click();
  const text = page.getByLabel('Token text');
  await expect(text).toBeVisible();
  expect(await holdsToken()).toBe(true);

  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(text).toBeHidden();
  expect(await holdsToken()).toBe(false);
  const { activity } = await readState(page);
  expect(activity.map(({ act, username }) => ({ act, username }))).toEqual([
    { act: 'revealed', username: 'adele.vance@contoso.com' },
  ]);
});

test('two users on one subscription are two rows, and neither overwrites the other', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  const state = await signInAlso({ stage, page }, { as: 'Jürgen Groß' });
  expect(state.tenants).toHaveLength(9);
  const shared = state.subscriptions.filter(
    ({ displayName }) => displayName === 'Contoso Data Platform',
  );

  expect(shared.map(({ accountKey }) => accountKey).toSorted()).toEqual(
    state.accounts.map(({ key }) => key).toSorted(),
  );
  expect(new Set(state.subscriptions.map(({ key }) => key)).size).toBe(state.subscriptions.length);

  const [adele, jurgen] = state.accounts;
  const hers = state.subscriptions.find(({ displayName }) => displayName === 'Contoso Development');
  await page.getByRole('button', { name: /Set as default: Contoso Development/ }).click();
  await page.getByRole('button', { name: `Actions for ${jurgen?.username ?? ''}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out…' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const after = await waitForState(page, ({ accounts }) => accounts.length === 1);

  expect([after.selection, after.tenants, after.subscriptions]).toEqual([
    { defaultSubscriptionKey: hers?.key },
    state.tenants.filter(({ accountKey }) => accountKey === adele?.key),
    state.subscriptions.filter(({ accountKey }) => accountKey === adele?.key),
  ]);
});

test('a default that vanished is said, and no other is chosen', async ({ stage, app, page }) => {
  await pointAtDevelopment({ stage, app, page });
  const { contosoDevelopment } = stage.cloud.directory.subscriptions;
  stage.cloud.changeSubscription(contosoDevelopment, { removed: true });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const { selection } = await waitForState(
    page,
    (state) => state.selection.lost !== undefined && isSettled(state),
  );

  expect(selection).toEqual({
    lost: { displayName: 'Contoso Development', subscriptionId: contosoDevelopment.id },
  });
  await expect(page.getByText('Contoso Development').first()).toBeVisible();
});
