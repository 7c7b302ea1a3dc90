import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './page-globals.ts';
import { alice, contoso, northwind, production } from './directory-fixture.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';
import type { StateName } from './states.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

async function openPanel(
  name: 'Contexts' | 'Activity',
  state: StateName,
): Promise<[Page, Locator]> {
  const page = await stage.open(state);
  await page.getByRole('navigation').getByRole('button', { name }).click();
  return [page, page.getByRole('complementary', { name })];
}

const place = {
  accountKey: alice.key,
  tenantId: contoso.tenantId,
  subscriptionId: production.subscriptionId,
};

describe('the contexts', () => {
  it('stand in the panel with what they point at, and the default says which it is', async () => {
    const [page, panel] = await openPanel('Contexts', 'contexts');

    expect(
      (await panel.getByRole('listitem').allInnerTexts()).map((text) => text.split(/\n+/)),
    ).toEqual([
      [
        'contoso-production',
        'Production',
        'Default',
        'Contoso Production · Contoso',
        'alice@contoso.example',
        'Asks before each token',
      ],
      [
        'left behind',
        expect.stringContaining(' · '),
        'carol@fabrikam.example (not signed in)',
        'Use',
      ],
      ['northwind', 'The whole tenant · Northwind Traders', 'alice@contoso.example', 'Use'],
    ]);
    const card = page.getByRole('region', { name: 'Default subscription' });
    await card.getByText('contoso-production').waitFor();
    await card.getByText('Production', { exact: true }).waitFor();
  });

  it('are used, and give a token of their own', async () => {
    const [page, panel] = await openPanel('Contexts', 'contexts');
    await panel.getByRole('button', { name: 'Use northwind' }).click();
    await panel.getByRole('button', { name: 'More for northwind' }).click();
    await page.getByRole('menuitem', { name: 'Get token…' }).click();
    await page.getByRole('complementary').getByRole('button', { name: 'Get token' }).click();
    await page.waitForFunction(() => window.fake.commands.length > 1);

    expect(await sentBy(page)).toEqual([
      { name: 'use-context', input: { contextId: 'context-3' } },
      {
        name: 'issue-token',
        input: {
          target: { kind: 'context', contextId: 'context-3' },
          audience: { kind: 'known', id: 'graph' },
        },
      },
    ]);
  });

  it('are made from the default, checked at the field, and marked as production', async () => {
    const [page, panel] = await openPanel('Contexts', 'signedIn');
    await panel.getByRole('button', { name: 'New context from the default' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New context' });
    const name = dialog.getByRole('textbox', { name: 'Name' });
    const proposed = await name.inputValue();
    await name.fill('a/b');
    await dialog.getByText(/^A name begins with a letter/).waitFor();
    await name.fill('shop');
    await dialog.getByLabel('Tokens are for').selectOption({ label: 'Microsoft Graph' });
    await dialog.getByRole('radio', { name: 'Teal' }).click();
    await dialog.getByRole('switch', { name: /^Production/ }).click();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.waitFor({ state: 'hidden' });

    expect(proposed).toBe('contoso-production');
    expect(await sentBy(page)).toEqual([
      {
        name: 'create-context',
        input: {
          ...place,
          name: 'shop',
          audience: { kind: 'known', id: 'graph' },
          colour: 'teal',
          production: true,
          confirm: true,
        },
      },
    ]);
  });

  it('are made from any row, and a name that is taken is said at its field', async () => {
    const page = await stage.open('contexts');
    await page.evaluate(() =>
      window.fake.answer('create-context', {
        ok: false,
        problem: { kind: 'invalid-input', message: 'That name is taken.', field: 'name' },
      }),
    );
    await page.getByRole('row', { name: 'Northwind Traders' }).first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'New context…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New context' });
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText('That name is taken.').waitFor();
    const [command] = await sentBy(page);

    expect(command?.input).toMatchObject({
      name: 'northwind-traders',
      tenantId: northwind.tenantId,
      production: false,
      confirm: false,
    });
  });

  it('are deleted only after a question', async () => {
    const [page, panel] = await openPanel('Contexts', 'contexts');
    await panel.getByRole('button', { name: 'More for left behind' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    const before = await sentBy(page);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' });

    expect([before, await sentBy(page)]).toEqual([
      [],
      [{ name: 'delete-context', input: { contextId: 'context-2' } }],
    ]);
  });
});

describe('a token of production', () => {
  it('is not allowed by a click that was meant for what stood there before', async () => {
    const page = await stage.open('contexts');
    await page.clock.install();
    await page.evaluate(() => window.fake.change(window.states.confirmation()));
    const allow = page.getByRole('button', { name: 'Allow for 15 minutes' });
    await allow.waitFor();
    const before = await allow.isEnabled();
    await allow.click({ force: true });
    const sent = await sentBy(page);
    await page.clock.runFor(1_000);

    expect([before, sent, await allow.isEnabled()]).toEqual([false, [], true]);
  });

  it('is allowed or not, with who wants it and what for, and Enter does not allow it', async () => {
    const page = await stage.open('confirmation');
    const dialog = page.getByRole('alertdialog', { name: 'Hand out a token of production?' });
    await dialog.waitFor();
    const facts = await dialog.getByRole('definition').allInnerTexts();
    const found = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .exclude('[data-tabster-dummy]')
      .analyze();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Allow for 15 minutes' }).click();
    await page.waitForFunction(() => window.fake.commands.length > 1);

    expect(facts).toEqual([
      'Command line: terraform (process 4711)',
      'Azure Resource Manager',
      'Contoso Production',
      'Contoso',
      'alice@contoso.example',
    ]);
    expect(found.violations.map(({ id }) => id)).toEqual([]);
    const answer = (allow: boolean) => ({
      name: 'answer-confirmation',
      input: { confirmationId: 'confirmation-1', allow },
    });
    expect(await sentBy(page)).toEqual([answer(false), answer(true)]);
  });
});

describe('the activity', () => {
  it('is filtered by any word of a line, a nickname too', async () => {
    const [, panel] = await openPanel('Activity', 'arranged');
    const filter = panel.getByRole('searchbox', { name: 'Filter activity' });
    const lines = () => panel.getByRole('listitem').count();
    const all = await lines();
    await filter.fill('terraform HANDS');
    await panel.getByText('1 of 2 hand-outs').waitFor();
    const some = await lines();
    await filter.fill('nobody');
    await panel.getByText('0 of 2 hand-outs').waitFor();

    expect([all, some]).toEqual([2, 1]);
  });

  it('is exported, and cleared only after a question', async () => {
    const [page, panel] = await openPanel('Activity', 'arranged');
    await page.evaluate(() =>
      window.fake.answer('export-activity', { ok: true, value: { saved: true } }),
    );
    await panel.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
    await page.getByText('The record is saved').last().waitFor();
    await panel.getByRole('button', { name: 'Clear…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' });

    expect(await sentBy(page)).toEqual([
      { name: 'export-activity', input: { format: 'csv' } },
      { name: 'clear-activity', input: {} },
    ]);
  });
});
