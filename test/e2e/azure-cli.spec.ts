import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readState, waitForState } from '../app-window.ts';
import { users } from '../cloud/directory/contoso.ts';
import { openPage, signIn } from '../person.ts';
import { adelesProfile, registered, writeFolder } from './azure-cli-folder.ts';
import { expect, signInFirst, test } from './azimuth-test.ts';
import { azimuth } from './protection.ts';

const { adele } = users;

test('who uses Azure CLI signs in as who they are there, and points where they point there', async ({
  stage,
}) => {
  const folder = await writeFolder(stage, { 'azureProfile.json': adelesProfile });
  const app = await stage.launch();
  const page = await app.window();
  await expect(page.getByRole('list', { name: 'Azure CLI knows' })).toContainText(
    '2 subscriptions',
  );
  await page.getByRole('button', { name: `Sign in as ${adele.username}` }).click();
  const address = new URL(await app.waitForOpenedUrl());
  const browserPage = await openPage(stage.browser, address.href);
  await signIn(browserPage, { as: adele.displayName });

  expect([address.pathname.split('/')[1], address.searchParams.get('login_hint')]).toEqual([
    adele.homeTenant,
    adele.username,
  ]);
  const card = page.getByRole('region', { name: 'Default subscription' });
  await expect(card).toContainText('Contoso Development');
  expect((await readState(page)).selection).toEqual({});
  await card.getByRole('button', { name: 'Use it here too' }).click();
  await expect(card.getByRole('button', { name: 'Get token' })).toBeVisible();
  // Nobody asked for Azure CLI's files to be changed.
  expect([
    await readdir(folder),
    await readFile(join(folder, 'azureProfile.json'), 'utf8'),
  ]).toEqual([['azureProfile.json'], adelesProfile]);
});

test('what Azure CLI leaves in plain text is deleted, and nothing else', async ({ stage }) => {
  const secret = 'a-refresh-token-in-plain-text';
  const folder = await writeFolder(stage, {
    'accessTokens.json': secret,
    'msal_token_cache.json': secret,
    'azureProfile.json': adelesProfile.slice(0, -9),
  });
  const app = await stage.launch();
  const page = await app.window();
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Where secrets are' }).click();
  await page.getByRole('button', { name: 'See what can be deleted' }).click();
  const panel = page.getByRole('complementary', { name: 'Azure CLI' });
  await expect(panel).toContainText('azureProfile.json is damaged');
  expect((await page.content()) + JSON.stringify(await readState(page))).not.toContain(secret);

  await panel.getByRole('button', { name: 'Delete accessTokens.json' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await panel.getByRole('button', { name: 'Delete msal_token_cache.json' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(panel).toContainText('None of Azure CLI’s files here holds secrets in plain text.');
  expect(await readdir(folder)).toEqual(['azureProfile.json']);
});

test('Azure CLI follows once that is switched on, whoever chooses, and no longer once it is off', async ({
  stage,
}) => {
  const folder = await writeFolder(stage, { ...registered, 'azureProfile.json': adelesProfile });
  const app = await stage.launch();
  const page = await app.window();
  const followed = async (): Promise<string> => {
    const text = (await readFile(join(folder, 'azureProfile.json'), 'utf8')).slice(1);
    const { subscriptions: all } = JSON.parse(text);
    return all
      .filter((one: { isDefault: boolean }) => one.isDefault)
      .map(nameOf)
      .join();
  };
  const nameOf = ({ name }: { readonly name: string }): string => name;
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: /Set as default: Contoso Production/ }).click();
  await waitForState(page, ({ selection }) => selection.defaultSubscriptionKey !== undefined);
  const before = await followed();

  await page.getByRole('button', { name: 'Settings' }).click();
  const follow = page.getByRole('switch', { name: 'Let Azure CLI follow the default' });
  await follow.click();
  await expect.poll(followed).toBe('Contoso Production');
  const set = await azimuth(stage.profile, ['account', 'set', '-s', 'Contoso Data Platform']);
  expect([before, set.code, await followed()]).toEqual([
    'Contoso Development',
    0,
    'Contoso Data Platform',
  ]);
  expect(await readFile(join(folder, 'clouds.config'), 'utf8')).toMatch(
    /^\[Simulated\]\nsubscription = [-\da-f]{36}\nprofile = latest\n$/,
  );

  await follow.click();
  await waitForState(page, ({ settings }) => !settings.azureCliFollows);
  await azimuth(stage.profile, ['account', 'set', '-s', 'Contoso Production']);
  expect(await followed()).toBe('Contoso Data Platform');
});
