import type { Bridge } from '../../src/shared/contract.ts';
import { isSettled, waitForState } from '../app-window.ts';
import { tenants } from '../cloud/directory/contoso.ts';
import { answerBrowser, expect, signInFirst, test } from './azimuth-test.ts';

const { fabrikam } = tenants;

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

test('the line that a tool printed is understood, done, and brings a token with what was wanted', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('menuitem', { name: 'Paste a sign-in line…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a sign-in line' });
  const field = dialog.getByRole('textbox', { name: 'Sign-in line' });
  const browser = dialog.getByRole('button', { name: 'Continue in browser' });
  await field.fill('az account show');
  await expect(dialog.getByText('That is another command.')).toBeVisible();
  await expect(browser).toBeDisabled();

  const challenge = Buffer.from(claims).toString('base64');
  const scope = 'https://graph.microsoft.com/.default';
  await field.fill(
    `Run the command below:\n$ az login --claims-challenge "${challenge}" --scope ${scope} --tenant ${fabrikam.id}`,
  );
  await expect(dialog.getByLabel('What the line asks for')).toHaveText(
    `Tenant${fabrikam.displayName}For${scope}WantsA sign-in with acrs`,
  );
  await expect(dialog.getByRole('combobox', { name: 'Account' })).toHaveValue(/./);
  await browser.click();
  await answerBrowser(stage, app, { as: 'Adele Vance' });
  const { searchParams } = new URL(app.openedUrls().at(-1) ?? '');
  expect(JSON.parse(searchParams.get('claims') ?? '')).toMatchObject(JSON.parse(claims));
  const { tenants: listed } = await waitForState(
    page,
    (state) => isSettled(state) && state.signIn.kind === 'idle',
  );
  const tenantKey = listed.find(({ tenantId }) => tenantId === fabrikam.id)?.key ?? '';
  const read = await page.evaluate(async (key) => {
    const bridge: Bridge = Reflect.get(globalThis, 'azimuth');
    const issued = await bridge.run('issue-token', {
      target: { kind: 'tenant', tenantKey: key },
      audience: { kind: 'known', id: 'graph' },
    });
    return issued.ok ? bridge.run('read-claims', { tokenId: issued.value.id }) : issued;
  }, tenantKey);
  expect(read).toMatchObject({ ok: true, value: { acrs: expect.arrayContaining(['c1']) } });
});
