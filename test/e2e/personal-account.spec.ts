import { isSettled, waitForState } from '../app-window.ts';
import { expect, signInFirst, test } from './azimuth-test.ts';
import { getToken } from './get-token.ts';

test('a personal account signs in with the browser, sees where it is a guest, and mints there', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page }, { as: 'Mona Kane' });
  const accounts = page.getByRole('list', { name: 'Accounts' });
  await expect(accounts).toContainText('mona.kane@outlook.com');
  await expect(accounts).toContainText('Personal account');
  const { tenants, subscriptions } = await waitForState(page, isSettled);
  expect(tenants.map(({ displayName, status }) => [displayName, status.kind])).toEqual([
    ['Contoso', 'ready'],
    ['ノースウィンド商事', 'ready'],
  ]);
  expect(subscriptions.map(({ displayName }) => displayName)).toEqual([
    'Contoso Sandbox',
    '本番環境',
  ]);
  await page.getByRole('button', { name: /Set as default: 本番環境/ }).click();
  await getToken(page);
  const { token } = await waitForState(page, (now) => now.token.kind === 'issued');
  expect(token).toMatchObject({ issued: { username: 'mona.kane@outlook.com' } });
  await app.quit();

  const later = await (await stage.launch()).window();
  const back = await waitForState(later, isSettled);
  expect(back.accounts).toMatchObject([{ displayName: 'Mona Kane', session: { kind: 'active' } }]);
});
