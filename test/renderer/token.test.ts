import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';
import type { StateName } from './states.ts';
import { fabrikam, production } from './directory-fixture.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const tokenText = 'eyJhbGciOiJub25lIn0.eyJhdWQiOiJhcGkifQ.c2lnbmF0dXJl';

async function openPanel(state: StateName): Promise<Page> {
  const page = await stage.open(state);
  await page.evaluate((value) => {
    window.fake.answer('reveal-token', { ok: true, value });
  }, tokenText);
  await page.getByRole('button', { name: 'Get token' }).click();
  await page.getByRole('complementary', { name: 'Access token' }).waitFor();
  return page;
}

const html = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.outerHTML);

describe('the token panel', () => {
  it('asks for Azure Resource Manager on the default with one more key', async () => {
    const page = await openPanel('signedIn');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.fake.commands.length > 0);
    expect(await sentBy(page)).toEqual([
      {
        name: 'issue-token',
        input: { target: { kind: 'default' }, audience: { kind: 'known', id: 'resource-manager' } },
      },
    ]);
  });

  it('asks for any service and scopes in any tenant, checked in their fields', async () => {
    const page = await openPanel('signedIn');
    const panel = page.getByRole('complementary', { name: 'Access token' });
    const get = panel.getByRole('button', { name: 'Get token' });
    await panel.getByLabel('For').selectOption({ label: 'Fabrikam' });
    await panel.getByLabel('Service').selectOption({ label: 'Another service…' });
    await get.click();
    await panel.getByText('Type the address or application id of the service.').waitFor();
    await panel.getByRole('textbox', { name: 'Resource' }).fill('api://orders');
    await get.click();
    await panel.getByLabel('Service').selectOption({ label: 'Scopes, word for word…' });
    await get.click();
    await panel.getByText('Type at least one scope.').waitFor();
    await panel
      .getByRole('textbox', { name: 'Scopes' })
      .fill('api://orders/Read\napi://orders/Write');
    await get.click();
    await page.waitForFunction(() => window.fake.commands.length === 2);
    const target = { kind: 'tenant', tenantKey: fabrikam.key };
    expect((await sentBy(page)).map(({ input }) => input)).toEqual([
      { target, audience: { kind: 'resource', resource: 'api://orders' } },
      {
        target,
        audience: { kind: 'scopes', scopes: ['api://orders/Read', 'api://orders/Write'] },
      },
    ]);
  });

  it('opens on the subscription whose menu asked for it', async () => {
    const page = await stage.open('signedIn');
    const row = page.getByRole('row', { name: 'Fabrikam Shared Services' }).first();
    await row.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Get token…' }).click();
    const chosen = page.getByRole('complementary').getByLabel('For').locator('option:checked');
    expect(await chosen.innerText()).toBe('Fabrikam Shared Services');
  });

  it('shows what is known of the token, and counts down its life', async () => {
    const page = await openPanel('tokenIssued');
    const card = page.getByRole('region', { name: 'Issued token' });
    const text = await card.innerText();
    expect({
      facts: ['Azure Resource Manager', 'Contoso', 'alice@contoso.example'].every((fact) =>
        text.includes(fact),
      ),
      subscription: text.includes(production.subscriptionId),
      scope: text.includes('https://management.core.windows.net//.default'),
      countdown: /Expires in\s+1:\d\d:\d\d/.test(text),
      clipboard: /On the clipboard, clears in \d+ s/.test(text),
      secret: text.includes('eyJ'),
    }).toEqual({
      facts: true,
      subscription: true,
      scope: true,
      countdown: true,
      clipboard: true,
      secret: false,
    });
    await card.getByRole('button', { name: 'Copy token' }).click();
    await page.getByRole('button', { name: 'Copy as…' }).click();
    await page.getByRole('menuitem', { name: 'curl command' }).click();
    expect(await sentBy(page)).toEqual([
      { name: 'copy-token', input: { tokenId: 'token-1' } },
      { name: 'copy-token', input: { tokenId: 'token-1', form: 'curl' } },
    ]);
  });

  it.each([
    ['Hide is pressed', (page: Page) => page.getByRole('button', { name: 'Hide' }).click()],
    [
      'the window loses the focus',
      (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event('blur'))),
    ],
    [
      'another token comes',
      (page: Page) =>
        page.evaluate(() => {
          const { token } = window.fake.state();
          if (token.kind === 'issued')
            window.fake.change({ token: { ...token, issued: { ...token.issued, id: 'token-2' } } });
        }),
    ],
    ['the panel closes', (page: Page) => page.keyboard.press('Escape')],
  ])('drops the text of a revealed token when %s', async (_, leave) => {
    const page = await openPanel('tokenIssued');
    await page.getByRole('button', { name: 'Reveal' }).click();
    await page.getByText(tokenText).waitFor();
    await leave(page);
    await page.getByText(tokenText).waitFor({ state: 'detached' });
    expect((await html(page)).includes(tokenText)).toBe(false);
  });

  it('decodes the claims on demand, moments as dates too', async () => {
    const page = await openPanel('tokenIssued');
    await page.evaluate(() =>
      window.fake.answer('read-claims', {
        ok: true,
        value: { aud: 'api', exp: 1_795_000_000, amr: ['pwd', 'mfa'], toString: 'odd' },
      }),
    );
    await page.getByRole('button', { name: 'Show claims' }).click();
    const rows = await page.getByRole('table', { name: 'Claims' }).getByRole('row').allInnerTexts();
    expect(rows.slice(1).map((row) => row.replace(/\s+/g, ' '))).toEqual([
      'aud Service it is for api',
      expect.stringMatching(/^exp Expires 1795000000 .*2026/),
      'amr Ways of signing in ["pwd","mfa"]',
      'toString odd',
    ]);
  });

  it('warns before the end in words', async () => {
    const page = await openPanel('tokenNearItsEnd');
    expect(await page.getByText(/Expires soon, in\s*4:\d\d/).count()).toBe(1);
  });

  it('offers a new token for the same thing once one is expired', async () => {
    const page = await openPanel('tokenExpired');
    await page.getByRole('button', { name: 'Get a new one' }).click();
    await page.waitForFunction(() => window.fake.commands.length > 0);
    expect(await sentBy(page)).toEqual([
      {
        name: 'issue-token',
        input: {
          target: { kind: 'subscription', subscriptionKey: production.key },
          audience: { kind: 'known', id: 'resource-manager' },
        },
      },
    ]);
  });

  it('shows why there is no token, with its remedy', async () => {
    const page = await openPanel('tokenFailed');
    await page.getByText('Your organisation has to approve this service first.').waitFor();
    const panel = page.getByRole('complementary');
    await panel.getByRole('button', { name: 'Copy details for your administrator' }).click();
    await page.getByText('Details copied').first().waitFor();
    expect(await sentBy(page)).toEqual([
      { name: 'copy-detail', input: { of: { kind: 'token-problem' } } },
    ]);
  });
});
