import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';
import { alice, contoso, northwind, production, tailspin } from './directory-fixture.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const grid = (page: Page) => page.getByRole('treegrid', { name: 'Subscriptions' });
const filter = (page: Page) => page.getByRole('searchbox', { name: 'Filter subscriptions' });

/** The text of the row that the grid names as its cursor. */
async function cursor(page: Page): Promise<string> {
  const id = await grid(page).getAttribute('aria-activedescendant');
  return page.locator(`[id="${id}"]`).innerText();
}

describe('the list of subscriptions', () => {
  it('groups subscriptions by account and tenant, home tenant first', async () => {
    const page = await stage.open('oneAccount', { width: 1100, height: 1400 });
    const rows = await grid(page).getByRole('row').allInnerTexts();
    expect(rows.map((row) => row.split('\n').slice(0, 2).join(' | '))).toEqual([
      'Tenant | Contoso',
      'Contoso Development | 5a7e4a00-4b1d-4c8e-9f2a-000000000002',
      'Contoso Production | 5a7e4a00-4b1d-4c8e-9f2a-000000000001',
      'Old billing | Disabled',
      'Sandbox | 5a7e4a00-4b1d-4c8e-9f2a-000000000003',
      'Sandbox | 5a7e4a00-4b1d-4c8e-9f2a-000000000004',
      'データ分析 (Tōkyō) | 5a7e4a00-4b1d-4c8e-9f2a-000000000005',
      'Tenant | Fabrikam',
      expect.stringContaining('Fabrikam integration and acceptance'),
      'Fabrikam Shared Services | Warned',
      'Pay-as-you-go | Past due',
      'Tenant | Northwind Traders',
      expect.stringContaining('Another sign-in step is needed'),
      'Tenant | Schöne Aussicht GmbH',
      'No subscriptions in this tenant',
      'Tenant | Tailspin Toys',
      expect.stringContaining('Blocked by your organisation'),
    ]);
  });

  it('draws only what is in sight of 10,000 rows, but tells assistive technology of all', async () => {
    const page = await stage.open('large');
    const drawn = await grid(page).getByRole('row').count();
    await grid(page).focus();
    await page.keyboard.press('End');
    const last = grid(page).getByRole('row', { name: 'Workload 99-99' });
    await last.waitFor();
    expect({
      few: drawn > 5 && drawn < 60,
      total: await grid(page).getAttribute('aria-rowcount'),
      lastIndex: await last.getAttribute('aria-rowindex'),
      cursor: (await cursor(page)).split('\n')[0],
    }).toEqual({ few: true, total: '10100', lastIndex: '10100', cursor: 'Workload 99-99' });
  });

  it('moves by arrows, pages, Home and End, and chooses a default with Enter', async () => {
    const page = await stage.open('large');
    await grid(page).focus();
    const seen: (string | undefined)[] = [];
    for (const key of ['ArrowDown', 'PageDown', 'End', 'ArrowUp', 'Home', 'ArrowDown']) {
      await page.keyboard.press(key);
      seen.push((await cursor(page)).replace('Tenant\n', '').split('\n')[0]);
    }
    await page.keyboard.press('Enter');
    const [, second, , , , first] = seen;
    expect([seen[0], second !== seen[0], ...seen.slice(2)]).toEqual([
      'Workload 0-1',
      true,
      'Workload 99-99',
      'Workload 99-98',
      'Tenant 0',
      'Workload 0-0',
    ]);
    expect((await sentBy(page)).map(({ name }) => name)).toEqual(['choose-default']);
    expect(first).toBe('Workload 0-0');
  });

  it('sets a default by click and by double click, and never by a click that only looks', async () => {
    const page = await stage.open('signedIn');
    const row = grid(page).getByRole('row', { name: 'Contoso Development' });
    await row.getByText('Contoso Development').click();
    expect(await sentBy(page)).toEqual([]);
    await row.getByRole('button', { name: 'Set as default' }).click();
    await row.getByText('Contoso Development').dblclick();
    const [one, other] = await sentBy(page);
    expect([one?.name, other]).toEqual(['choose-default', one]);
  });

  it('marks the default in words and for assistive technology', async () => {
    const page = await stage.open('signedIn');
    const row = grid(page).getByRole('row', { selected: true });
    expect(await row.getAttribute('aria-label')).toBe(
      `Contoso Production, Default, ${production.subscriptionId}`,
    );
  });

  it('opens the menu of a row by key, and gives the focus back on Escape', async () => {
    const page = await stage.open('signedIn');
    await grid(page).focus();
    await page.keyboard.press('Shift+F10');
    const items = page.getByRole('menuitem');
    await items.first().waitFor();
    expect(await items.allInnerTexts()).toEqual([
      'Get token…',
      'Copy subscription ID',
      'Copy name',
      'Copy tenant ID',
      'Add to favourites',
      'New context…',
      'Open in portal',
    ]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'treegrid');
  });

  it('carries out the lines of a menu that a right click opened', async () => {
    const page = await stage.open('signedIn');
    const row = grid(page).getByRole('row', { name: 'Contoso Development' });
    for (const item of ['Set as default', 'Copy tenant ID', 'Open in portal']) {
      await row.click({ button: 'right' });
      await page.getByRole('menuitem', { name: item }).click();
    }
    const subscriptionKey = `${contoso.key}/5a7e4a00-4b1d-4c8e-9f2a-000000000002`;
    expect(await sentBy(page)).toEqual([
      { name: 'choose-default', input: { subscriptionKey } },
      { name: 'copy-detail', input: { of: { kind: 'tenant-id', tenantKey: contoso.key } } },
      { name: 'open-portal', input: { subscriptionKey } },
    ]);
  });

  it('offers the remedy of a tenant that failed, with its details', async () => {
    const page = await stage.open('oneAccount', { width: 1100, height: 1000 });
    await page.getByRole('button', { name: 'Sign in to this tenant' }).click();
    await page.getByRole('button', { name: 'Copy details for your administrator' }).click();
    await page.getByRole('button', { name: 'Details', exact: true }).first().click();
    await page.getByText('3f2c6a0e-9a8f-4f5e-8a63-5a8d9b0f8e11').waitFor();
    await page.getByRole('button', { name: 'Copy details', exact: true }).click();
    expect(await sentBy(page)).toEqual([
      {
        name: 'sign-in',
        input: { method: 'interactive', accountKey: alice.key, tenant: northwind.tenantId },
      },
      { name: 'copy-detail', input: { of: { kind: 'tenant-problem', tenantKey: tailspin.key } } },
      { name: 'copy-detail', input: { of: { kind: 'tenant-problem', tenantKey: northwind.key } } },
    ]);
  });
});

describe('the filter', () => {
  it('takes the focus on / and Ctrl+F, narrows the list, and says how many are left', async () => {
    const page = await stage.open('signedIn');
    await page.keyboard.press('/');
    await page.keyboard.type('fabrikam services');
    const rows = await grid(page).getByRole('row').allInnerTexts();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+f');
    expect({
      rows: rows.map((row) => row.replace('\n', ' ').split('\n')[0]),
      count: await page.getByText('2 of 11').count(),
      focused: await filter(page).evaluate((box) => box === document.activeElement),
    }).toEqual({
      rows: [
        'Account Alice Ngô',
        'Tenant Fabrikam',
        'Fabrikam Shared Services Warned',
        'Account Bob Okafor',
        'Tenant Fabrikam',
        'Fabrikam Shared Services Warned',
      ],
      count: 1,
      focused: true,
    });
  });

  it('catches what is typed on the list, and clears on Escape', async () => {
    const page = await stage.open('signedIn');
    await grid(page).focus();
    await page.keyboard.type('zzz');
    await page.getByText('Nothing matches “zzz”.').waitFor();
    await page.keyboard.press('Escape');
    await grid(page).waitFor();
    expect(await filter(page).inputValue()).toBe('');
  });
});

describe('the default', () => {
  it('that can not be chosen offers a token of its tenant also beside that of another', async () => {
    const page = await stage.open('signedIn');
    await page.evaluate(() => window.fake.change({ subscriptions: [], selection: {} }));
    const card = page.getByRole('region', { name: 'Default subscription' });
    const other = grid(page).getByRole('row', { name: 'Tenant Fabrikam' }).first();
    await other.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Get token…' }).click();
    const panel = page.getByRole('complementary', { name: 'Access token' });
    await panel.waitFor();
    await card.getByRole('button', { name: 'Get token' }).click();
    await card.getByRole('button', { name: 'Get token' }).waitFor({ state: 'detached' });

    expect(await panel.getByLabel('For').locator('option:checked').innerText()).toContain(
      'Contoso',
    );
  });

  it('is not said to be nowhere where not everything could be read', async () => {
    const page = await stage.open('signedIn');
    await page.evaluate(() =>
      window.fake.change({
        subscriptions: [],
        selection: {},
        tenants: window.fake.state().tenants.map((one) => ({ ...one, status: { kind: 'unread' } })),
      }),
    );
    const card = page.getByRole('region', { name: 'Default subscription' });
    await card.getByText('Not everything could be read; the list says what helps.').waitFor();

    expect(await card.getByRole('button', { name: 'Get token' }).count()).toBe(0);
  });

  it('is not asked for where there is nothing to choose; a token of the tenant is offered', async () => {
    const page = await stage.open('signedIn');
    await page.evaluate(() => window.fake.change({ subscriptions: [], selection: {} }));
    const card = page.getByRole('region', { name: 'Default subscription' });
    await card.getByText('No subscription to point at').waitFor();
    await card.getByRole('button', { name: 'Get token' }).click();
    const panel = page.getByRole('complementary', { name: 'Access token' });
    await panel.getByRole('button', { name: 'Get token' }).click();
    await page.waitForFunction(() =>
      window.fake.commands.some(({ name }) => name === 'issue-token'),
    );

    expect(await sentBy(page)).toContainEqual({
      name: 'issue-token',
      input: {
        target: { kind: 'tenant', tenantKey: contoso.key },
        audience: { kind: 'known', id: 'resource-manager' },
      },
    });
  });
});

describe('the state', () => {
  it('is asked for again when a revision was missed', async () => {
    const page = await stage.open('signedIn');
    await page.evaluate(() => {
      window.fake.lose({ selection: {} });
      window.fake.change({ clipboard: { kind: 'none' } });
    });
    await page.getByText('Choose where you point').waitFor();
    expect(await page.evaluate(() => window.fake.watches())).toBe(2);
  });

  it('keeps the list as it is while a countdown runs', async () => {
    const page = await stage.open('browser');
    await page.evaluate(() => {
      const list = document.querySelector('[role=treegrid]');
      if (list === null) throw new Error('There is no list.');
      const observer = new MutationObserver(() => document.body.setAttribute('data-redrawn', ''));
      observer.observe(list, { subtree: true, childList: true, attributes: true });
    });
    const clock = page.getByRole('timer');
    const before = await clock.innerText();
    await page.waitForFunction(
      (text) => document.querySelector('[role=timer]')?.textContent !== text,
      before.replace('\n', ' '),
    );
    expect(await page.locator('body').getAttribute('data-redrawn')).toBeNull();
  });
});
