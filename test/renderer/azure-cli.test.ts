import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contoso, guid, production } from './directory-fixture.ts';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

async function openPanel() {
  const page = await stage.open('fromCli');
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('menuitem', { name: 'From Azure CLI…' }).click();
  return { page, panel: page.getByRole('complementary', { name: 'Azure CLI' }) };
}

describe('the first screen of somebody who uses Azure CLI', () => {
  it('offers those whom it knows in clouds that are known here, and signs in with name and tenant', async () => {
    const page = await stage.open('firstRunFromCli');
    const list = page.getByRole('list', { name: 'Azure CLI knows' });
    const few = await list.getByRole('listitem').count();
    await page.getByRole('button', { name: 'Show 1 more' }).click();
    const all = await list.getByRole('listitem').count();
    await page.getByRole('button', { name: 'Sign in as alice@contoso.example' }).click();
    await page.getByRole('button', { name: 'Sign in as dave@fabrikam.example' }).click();

    expect([few, all, await list.getByText('mei@contoso.example').count()]).toEqual([3, 4, 0]);
    expect(await sentBy(page)).toEqual([
      {
        name: 'sign-in',
        input: {
          method: 'interactive',
          cloud: 'AzureCloud',
          tenant: contoso.tenantId,
          username: 'alice@contoso.example',
        },
      },
      {
        name: 'sign-in',
        input: {
          method: 'interactive',
          cloud: 'AzureUSGovernment',
          username: 'dave@fabrikam.example',
        },
      },
    ]);
  });

  it('opens the form of a service principal with what is known of it', async () => {
    const page = await stage.open('firstRunFromCli');
    await page.getByRole('button', { name: `Add credential of ${guid('aa', 1)}` }).click();
    const form = page.getByRole('dialog', { name: 'Sign in as a service principal' });

    expect([
      await form.getByRole('textbox', { name: 'Client ID' }).inputValue(),
      await form.getByRole('textbox', { name: 'Tenant' }).inputValue(),
      await form.getByLabel('Client secret').inputValue(),
    ]).toEqual([guid('aa', 1), contoso.tenantId, '']);
  });

  it('is as ever where Azure CLI knows nobody', async () => {
    const page = await stage.open('firstRun');

    expect(await page.getByText('Azure CLI').count()).toBe(0);
  });
});

describe('the default of Azure CLI', () => {
  it('is offered where there is none here, and chosen only by a click', async () => {
    const page = await stage.open('fromCli');
    const before = await sentBy(page);
    const card = page.getByRole('region', { name: 'Default subscription' });
    await card.getByText('Contoso Production').waitFor();
    await card.getByRole('button', { name: 'Use it here too' }).click();

    expect([before, await sentBy(page)]).toEqual([
      [],
      [{ name: 'choose-default', input: { subscriptionKey: production.key } }],
    ]);
  });
});

describe('the panel of Azure CLI', () => {
  it('tells who is signed in here, and who is of another cloud', async () => {
    const { panel } = await openPanel();
    const rows = await panel
      .getByRole('list', { name: 'Accounts that it knows' })
      .getByRole('listitem')
      .allInnerTexts();

    expect(rows.map((row) => row.split(/\n+/))).toEqual([
      ['alice@contoso.example', '3 subscriptions', 'Signed in'],
      ['carol@contoso.example', '1 subscription', 'Sign in'],
      [guid('aa', 1), 'Service principal, 2 subscriptions', 'Add credential…'],
      ['dave@fabrikam.example', '4 subscriptions, Azure US Government', 'Sign in'],
      ['mei@contoso.example', '1 subscription, AzureStack', 'Unknown cloud'],
    ]);
  });

  it('deletes at once what nothing uses, asks before az is signed out, and offers no link', async () => {
    const { page, panel } = await openPanel();
    const files = panel.getByRole('list', { name: 'Secrets in plain text' });
    await files.getByRole('button', { name: 'Delete accessTokens.json' }).click();
    await page.getByText('accessTokens.json is deleted').first().waitFor();
    await files.getByRole('button', { name: 'Delete msal_token_cache.json' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete msal_token_cache.json?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const before = await sentBy(page);
    await files.getByRole('button', { name: 'Delete msal_token_cache.json' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.waitFor({ state: 'hidden' });

    const removed = { name: 'remove-azure-cli-file', input: { name: 'accessTokens.json' } };
    expect(before).toEqual([{ name: 'look-at-azure-cli', input: {} }, removed]);
    expect((await sentBy(page)).slice(before.length)).toEqual([
      { name: 'remove-azure-cli-file', input: { name: 'msal_token_cache.json' } },
    ]);
    await files.getByText('delete it there yourself').waitFor();
    expect(await files.getByRole('button', { name: /service_principal_entries/ }).count()).toBe(0);
  });

  it('says why a file is still there, beside it', async () => {
    const { page, panel } = await openPanel();
    const message = '/home/alice/.azure/accessTokens.json is still there.';
    await page.evaluate(
      (said) =>
        window.fake.answer('remove-azure-cli-file', {
          ok: false,
          problem: { kind: 'unexpected', message: said },
        }),
      message,
    );
    await panel.getByRole('button', { name: 'Delete accessTokens.json' }).click();

    await panel.getByRole('group', { name: 'Problem' }).getByText(message).waitFor();
  });

  it('says in a sentence what is wrong with a profile, and when there is nobody and nothing', async () => {
    const { page, panel } = await openPanel();
    const message = '/home/alice/.azure/azureProfile.json is damaged.';
    await page.evaluate((said) => {
      const profile = { kind: 'unusable', message: said } as const;
      window.fake.change({
        azureCli: { kind: 'read', folder: '/home/alice/.azure', profile, secretFiles: [] },
      });
    }, message);
    await panel.getByText(message).waitFor();
    await page.evaluate(() =>
      window.fake.change({
        azureCli: { kind: 'read', folder: '/x', profile: { kind: 'none' }, secretFiles: [] },
      }),
    );

    await panel.getByText('Nobody is signed in to Azure CLI here.').waitFor();
    await panel.getByText('None of Azure CLI’s files here holds secrets in plain text.').waitFor();
  });
});

describe('the settings of Azure CLI', () => {
  it('switch its following on', async () => {
    const page = await stage.open('signedIn');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: 'Let Azure CLI follow the default' }).click();

    expect((await sentBy(page)).at(-1)).toEqual({
      name: 'change-settings',
      input: { azureCliFollows: true },
    });
  });
});
