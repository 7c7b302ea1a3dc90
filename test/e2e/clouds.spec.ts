import type { Page } from 'playwright-core';
import { isSettled, waitForState } from '../app-window.ts';
import { publicClients } from '../cloud/directory/public-clients.ts';
import { answerBrowser, expect, isListed, signInFirst, test } from './azimuth-test.ts';

test.use({ stageOptions: { otherClouds: 1 } });

/** The panel of clouds, from the menu that adds accounts. */
async function openClouds(page: Page) {
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('menuitem', { name: 'Clouds…' }).click();
  return page.getByRole('complementary', { name: 'Clouds' });
}

/** Adds a cloud by its Resource Manager alone. */
async function addCloud(page: Page, name: string, resourceManager: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a cloud…' }).click();
  const form = page.getByRole('complementary', { name: 'Add a cloud' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Resource Manager endpoint').fill(resourceManager);
  await form.getByRole('button', { name: 'Add cloud' }).click();
}

test('a second cloud is added, signed in to, listed beside the first, and mints its own tokens', async ({
  stage,
  app,
  page,
}) => {
  const [west] = stage.others;
  if (!west) throw new Error('there is no second cloud');
  await signInFirst({ stage, app, page });
  const clouds = await openClouds(page);
  await addCloud(page, 'West', west.resourceManager);
  await expect(clouds.getByRole('listitem', { name: 'West' })).toContainText(west.authority);
  await clouds.getByRole('button', { name: 'Sign in to West' }).click();
  await answerBrowser(stage, app, { as: 'Adele Vance' });
  const state = await waitForState(
    page,
    (now) => now.accounts.length === 2 && isListed(now) && isSettled(now),
  );

  const inWest = state.accounts.filter(({ cloud }) => cloud === 'West').map(({ key }) => key);
  const countIn = (west_: boolean) =>
    state.subscriptions.filter(({ accountKey }) => inWest.includes(accountKey) === west_).length;
  expect(countIn(true)).toBe(countIn(false));
  await expect(page.getByRole('navigation').getByText('West', { exact: true })).toBeVisible();

  for (const cloud of [stage.cloud, west]) {
    const wanted = cloud === west;
    const chosen = state.subscriptions.find(
      ({ accountKey, state: standing }) =>
        inWest.includes(accountKey) === wanted && standing === 'Enabled',
    );
    if (!chosen) throw new Error('nothing to choose');
    const issued = await page.evaluate(async (subscriptionKey) => {
      const bridge: import('../../src/shared/contract.ts').Bridge = Reflect.get(
        globalThis,
        'azimuth',
      );
      await bridge.run('choose-default', { subscriptionKey });
      const answer = await bridge.run('issue-token', {
        target: { kind: 'default' },
        audience: { kind: 'known', id: 'resource-manager' },
      });
      if (!answer.ok) throw new Error(answer.problem.message);
      await bridge.run('copy-token', { tokenId: answer.value.id });
      return answer.value.accountKey;
    }, chosen.key);
    expect(inWest.includes(issued)).toBe(wanted);
    expect(cloud.issued.has(await app.clipboardText())).toBe(true);
  }

  // It is there after a restart, with its people.
  await app.quit();
  const later = await (await stage.launch()).window();
  const remembered = await waitForState(later, ({ about }) => about.restored);
  expect(remembered.accounts.map(({ cloud }) => cloud).toSorted()).toEqual(['Simulated', 'West']);
});

test('what is no cloud is said at its field, and nothing is kept', async ({ stage, app, page }) => {
  await signInFirst({ stage, app, page });
  const clouds = await openClouds(page);
  await page.getByRole('button', { name: 'Add a cloud…' }).click();
  const form = page.getByRole('complementary', { name: 'Add a cloud' });
  const tries = [
    ['Simulated', stage.cloud.resourceManager, 'There is a cloud called Simulated already.'],
    ['AzureCloud', stage.cloud.resourceManager, 'belongs to one of Microsoft’s own clouds'],
    ['West', 'http://management.example', 'Only https is safe enough'],
    ['West', 'management.example', 'Type the whole address'],
    ['West', stage.cloud.authority, 'is no Azure Resource Manager'],
    ['West', 'https://localhost:1', 'can’t be reached'],
  ] as const;
  for (const [name, address, complaint] of tries) {
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('Resource Manager endpoint').fill(address);
    await form.getByRole('button', { name: 'Add cloud' }).click();
    await expect(form.getByRole('alert').filter({ hasText: complaint })).toBeVisible();
  }
  await form.getByRole('button', { name: 'Back' }).click();
  await expect(clouds.getByRole('listitem')).toHaveCount(4);
});

test('an own client is used from then on, a cloud with accounts stays, and without goes', async ({
  stage,
  app,
  page,
}) => {
  const [west] = stage.others;
  if (!west) throw new Error('there is no second cloud');
  await signInFirst({ stage, app, page });
  const clouds = await openClouds(page);
  await clouds.getByRole('button', { name: 'Client ID of Simulated cloud' }).click();
  const field = clouds.getByRole('textbox', { name: 'Client ID' });
  await field.fill('my app');
  await clouds.getByRole('button', { name: 'Save client ID' }).click();
  await expect(clouds.getByText('A client ID looks like')).toBeVisible();
  await field.fill(publicClients.ownRegistration.id);
  await clouds.getByRole('button', { name: 'Save client ID' }).click();
  await clouds.getByRole('button', { name: 'Sign in to Simulated cloud' }).click();
  const address = await app.waitForOpenedUrl();
  expect(new URL(address).searchParams.get('client_id')).toBe(publicClients.ownRegistration.id);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await clouds.getByRole('button', { name: 'Remove Simulated cloud' }).click();
  await expect(clouds.getByText('Sign out its accounts first.')).toBeVisible();
  await addCloud(page, 'West', west.resourceManager);
  await clouds.getByRole('button', { name: 'Remove West' }).click();
  await expect(clouds.getByRole('listitem', { name: 'West' })).toHaveCount(0);
});
