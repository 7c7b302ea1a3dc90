import type { Page } from 'playwright-core';
import { readState, waitForState } from '../app-window.ts';
import { expect, signInAlso, signInFirst, test } from './azimuth-test.ts';

const adele = 'adele.vance@contoso.com';
const jurgen = 'juergen.gross@fabrikam.com';

/** The names of the list's first accounts and tenants, from top to bottom. */
async function firstGroups(page: Page): Promise<readonly (string | undefined)[]> {
  const rows = page.getByRole('row').filter({ hasText: /^(Account|Tenant)/ });
  const texts = await rows.allInnerTexts();
  return texts.slice(0, 3).map((row) => row.split('\n')[1]);
}

async function label(page: Page, nickname: string, colour: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'Nickname and colour…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nickname and colour' });
  await dialog.getByRole('textbox').fill(nickname);
  await dialog.getByRole('radio', { name: colour }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

test('names, colours and an order of one’s own are there after a restart, and go with their account', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  await signInAlso({ stage, page }, { as: 'Jürgen Groß' });

  await page.getByRole('button', { name: `Actions for ${adele}` }).click();
  await label(page, 'Day job', 'Teal');
  await page.getByRole('button', { name: `Actions for ${jurgen}` }).click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  // The list follows the state; only then is its first Fabrikam his.
  await expect.poll(() => firstGroups(page)).toContain('Jürgen Groß');

  const fabrikam = page.getByRole('row').filter({ hasText: /^Tenant\s*Fabrikam/ });
  await fabrikam.first().click();
  await page.keyboard.press('Alt+ArrowDown');
  await fabrikam.first().click({ button: 'right' });
  await label(page, 'Customer', 'Red');
  const before = await waitForState(page, ({ arrangement }) => {
    const { labels, tenantOrder } = arrangement;
    return Object.keys(labels).length === 2 && Object.keys(tenantOrder).length === 1;
  });
  await expect.poll(() => firstGroups(page)).toEqual(['Jürgen Groß', 'Contoso', 'Customer']);
  await app.quit();

  const later = await (await stage.launch()).window();
  await later.getByText('Day job').first().waitFor();
  const after = await readState(later);
  expect([after.arrangement, after.accounts.map(({ username }) => username)]).toEqual([
    before.arrangement,
    [jurgen, adele],
  ]);
  await expect.poll(() => firstGroups(later)).toEqual(['Jürgen Groß', 'Contoso', 'Customer']);

  await later.getByRole('button', { name: `Actions for ${jurgen}` }).click();
  await later.getByRole('menuitem', { name: 'Sign out…' }).click();
  await later.getByRole('button', { name: 'Sign out', exact: true }).click();
  const { arrangement } = await waitForState(later, ({ accounts }) => accounts.length === 1);
  expect([Object.values(arrangement.labels), arrangement.tenantOrder]).toEqual([
    [{ nickname: 'Day job', colour: 'teal' }],
    {},
  ]);
});

test('a tenant that is folded away stays so over a filter and a restart', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  const contoso = page.getByRole('row').filter({ hasText: /^Tenant\s*Contoso/ });
  const development = page.getByRole('row').filter({ hasText: 'Contoso Development' });
  await contoso.click();
  await page.keyboard.press('ArrowLeft');
  await expect(contoso).toHaveAttribute('aria-expanded', 'false');
  await expect(development).toBeHidden();

  const filter = page.getByRole('searchbox', { name: 'Filter subscriptions' });
  await filter.fill('development');
  await expect(development).toBeVisible();
  await contoso.click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await filter.fill('');
  await expect(contoso).toHaveAttribute('aria-expanded', 'false');
  await app.quit();

  const later = await (await stage.launch()).window();
  const folded = later.getByRole('row').filter({ hasText: /^Tenant\s*Contoso/ });
  await expect(folded).toHaveAttribute('aria-expanded', 'false');
  await folded.click();
  await later.keyboard.press('ArrowRight');
  await later.getByRole('row').filter({ hasText: 'Contoso Development' }).waitFor();
});
