import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alice, bob, bobHome, contoso, fabrikam, northwind } from './directory-fixture.ts';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const grid = (page: Page) => page.getByRole('treegrid', { name: 'Subscriptions' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Nickname and colour' });
const nickname = (page: Page) => dialog(page).getByRole('textbox', { name: /^Nickname of/ });

async function openActions(page: Page, account: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${account}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The names of the list's tenants and accounts, from top to bottom. */
async function groups(page: Page): Promise<readonly (string | undefined)[]> {
  const rows = await grid(page)
    .getByRole('row')
    .filter({ hasText: /^(Account|Tenant)/ })
    .allInnerTexts();
  return rows.map((row) => row.split('\n')[1]);
}

describe('the form for a nickname and a colour', () => {
  it('sends both for an account, and gives the focus back', async () => {
    const page = await stage.open('signedIn');
    await openActions(page, alice.username, 'Nickname and colour…');
    await nickname(page).fill('  Day job ');
    await dialog(page).getByRole('radio', { name: 'Teal' }).click();
    await page.getByText('Teal', { exact: true }).waitFor();
    await nickname(page).press('Enter');
    await dialog(page).waitFor({ state: 'hidden' });

    expect(await sentBy(page)).toEqual([
      {
        name: 'label-account',
        input: { accountKey: alice.key, nickname: 'Day job', colour: 'teal' },
      },
    ]);
    await page.waitForFunction(() =>
      document.activeElement?.getAttribute('aria-label')?.startsWith('Actions for'),
    );
  });

  it('opens for a tenant by keys alone, and gives the focus back to the list', async () => {
    const page = await stage.open('signedIn');
    await grid(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Nickname and colour…' }).press('Enter');
    await nickname(page).fill('Hands off');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'hidden' });

    expect(await sentBy(page)).toEqual([
      { name: 'label-tenant', input: { tenantKey: contoso.key, nickname: 'Hands off' } },
    ]);
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'treegrid');
  });

  it('begins with the label there is, which can be taken away', async () => {
    const page = await stage.open('arranged');
    await openActions(page, 'Day job', 'Nickname and colour…');
    const before = await nickname(page).inputValue();
    await nickname(page).fill('');
    await dialog(page).getByRole('radio', { name: 'No colour' }).click();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).waitFor({ state: 'hidden' });

    expect([before, await sentBy(page)]).toEqual([
      'Day job',
      [{ name: 'label-account', input: { accountKey: alice.key } }],
    ]);
  });

  it('says at the field what can not be a nickname, and sends nothing', async () => {
    const page = await stage.open('signedIn');
    await openActions(page, bob.username, 'Nickname and colour…');
    await nickname(page).fill('x'.repeat(61));
    await page.getByText('A nickname has at most 60 characters.').waitFor();
    await nickname(page).press('Enter');

    expect([await nickname(page).getAttribute('aria-invalid'), await sentBy(page)]).toEqual([
      'true',
      [],
    ]);
  });
});

describe('a nickname', () => {
  it('stands where the name stood, with the true name beside it', async () => {
    const page = await stage.open('arranged', { width: 1100, height: 1400 });
    const row = grid(page).getByRole('row').filter({ hasText: 'Production, hands off' });
    const card = page.getByRole('region', { name: 'Default subscription' });

    expect({
      tenant: (await row.innerText()).split('\n'),
      card: (await card.innerText()).includes('Production, hands off'),
      cardForAll: await card.getByText('(Contoso)').count(),
      dot: await row.locator('[data-colour="red"]').count(),
      account: await page.getByRole('button', { name: /^Actions for Day job \(alice/ }).count(),
    }).toEqual({
      tenant: ['Tenant', 'Production, hands off', 'Contoso · contoso.example', '6 subscriptions'],
      card: true,
      cardForAll: 1,
      dot: 1,
      account: 1,
    });
  });

  it('finds its subscriptions', async () => {
    const page = await stage.open('arranged');
    await page.getByRole('searchbox').fill('day job hands off sandbox');
    await page.getByText('2 of 11').waitFor();
    expect(await groups(page)).toEqual(['Day job', 'Production, hands off']);
  });

  it('names the choices of a token, in the order of the list', async () => {
    const page = await stage.open('arranged');
    await page.getByRole('button', { name: 'Get token' }).click();
    const picker = page.getByRole('combobox', { name: 'For' });
    const tenants = picker.locator('optgroup[label^="Tenants of Day job (alice"] option');
    expect((await tenants.allTextContents()).slice(0, 2)).toEqual([
      'Customer in the north (Northwind Traders)',
      'Production, hands off (Contoso)',
    ]);
  });

  it('tells in the activity list whose token it was', async () => {
    const page = await stage.open('arranged');
    await page.getByRole('button', { name: 'Activity' }).click();
    const [newest] = await page.getByRole('complementary').getByRole('listitem').all();
    expect(await newest?.locator('[data-colour="orange"]').count()).toBe(1);
    await page.getByRole('complementary').getByText('Production, hands off').waitFor();
  });
});

describe('a tenant of the list', () => {
  it('folds by click and by key, and says whether it is open', async () => {
    const page = await stage.open('arranged');
    const row = grid(page)
      .getByRole('row')
      .filter({ hasText: /^Tenant\s*Fabrikam/ });
    const before = await row.first().getAttribute('aria-expanded');
    await row.first().locator('[data-action="fold"]').click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowLeft'])
      await page.keyboard.press(key);
    const open = { tenantKey: bobHome.key, collapsed: false };

    expect([before, await sentBy(page)]).toEqual([
      'false',
      [
        { name: 'collapse-tenant', input: open },
        { name: 'collapse-tenant', input: open },
        { name: 'collapse-tenant', input: { tenantKey: northwind.key, collapsed: true } },
      ],
    ]);
  });
});

describe('the order', () => {
  it('of accounts is changed in their menus, which offer only what is possible', async () => {
    const page = await stage.open('signedIn');
    await openActions(page, alice.username, 'Move down');
    await page.getByRole('button', { name: `Actions for ${bob.username}` }).click();
    const offered = await page.getByRole('menuitem', { name: /^Move/ }).allInnerTexts();

    expect([await sentBy(page), offered]).toEqual([
      [{ name: 'order-accounts', input: { accountKeys: [bob.key, alice.key] } }],
      ['Move up'],
    ]);
  });

  it('of tenants is changed by Alt and an arrow, and the cursor goes along', async () => {
    const page = await stage.open('signedIn');
    await grid(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowDown');
    const [sent, ...more] = await sentBy(page);
    const input = sent?.input as { readonly tenantKeys: readonly string[] };
    await page.evaluate(
      ([accountKey, tenantKeys]) =>
        window.fake.change({
          arrangement: {
            labels: {},
            tenantOrder: { [accountKey]: tenantKeys },
            collapsed: [],
            favourites: [],
          },
        }),
      [alice.key, input.tenantKeys] as const,
    );
    const cursor = grid(page).locator('[data-active]').filter({ hasText: contoso.displayName });
    await cursor.waitFor();

    expect([sent?.name, input.tenantKeys.slice(0, 2), more, await groups(page)]).toEqual([
      'order-tenants',
      [fabrikam.key, contoso.key],
      [],
      expect.arrayContaining([alice.displayName, fabrikam.displayName, contoso.displayName]),
    ]);
  });

  it('that was made by hand comes first, and what it does not name after it', async () => {
    const page = await stage.open('arranged', { width: 1100, height: 1400 });
    expect(await groups(page)).toEqual([
      bob.displayName,
      bobHome.displayName,
      'Day job',
      'Customer in the north',
      'Production, hands off',
      'x'.repeat(60),
      'Schöne Aussicht GmbH',
      'Tailspin Toys',
    ]);
    const row = grid(page).getByRole('row').filter({ hasText: northwind.displayName });
    await row.first().click({ button: 'right' });
    expect(await page.getByRole('menuitem', { name: /^Move/ }).allInnerTexts()).toEqual([
      'Move down\nAlt+↓',
    ]);
  });
});
