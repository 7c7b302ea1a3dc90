import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';
import type { StateName } from './states.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

async function openPanel(state: StateName, width = 1100): Promise<Page> {
  const page = await stage.open(state, { width, height: 720 });
  await page.getByRole('button', { name: 'SDK endpoint' }).click();
  await page.getByRole('complementary', { name: 'SDK endpoint' }).waitFor();
  return page;
}

describe('the panel of the SDK endpoint', () => {
  it('opens with the switch under the keyboard, which sends for the endpoint', async () => {
    const page = await openPanel('signedIn');
    await page.keyboard.press('Space');
    expect(await sentBy(page)).toEqual([{ name: 'switch-endpoint', input: { on: true } }]);
  });

  it('takes a port on Enter, and says what can not be one', async () => {
    const page = await openPanel('signedIn');
    const port = page.getByRole('textbox', { name: 'Port' });
    await port.fill('80');
    await port.press('Enter');
    await page.getByText('A port is 0 (any) or a number from 1,024 to 65,535.').waitFor();
    await port.fill('4321');
    await port.press('Enter');
    expect(await sentBy(page)).toEqual([
      { name: 'switch-endpoint', input: { on: false, port: 4_321 } },
    ]);
  });

  it('makes a grant for the services that are ticked, and complains at the field', async () => {
    const page = await openPanel('signedIn');
    await page.getByRole('button', { name: 'New grant' }).click();
    const form = page.getByRole('form', { name: 'New grant' });
    const make = form.getByRole('button', { name: 'Make grant' });
    await make.click();
    await form.getByText('Type a name, such as that of the program.').waitFor();
    await form.getByRole('textbox', { name: 'Name' }).fill('Orders');
    await form.getByRole('checkbox', { name: 'Azure Resource Manager' }).uncheck();
    await make.click();
    await form.getByText('Choose at least one service.').waitFor();
    await form.getByRole('checkbox', { name: 'Key Vault' }).check();
    await form.getByRole('textbox', { name: 'Other services' }).fill('api://orders');
    await form.getByLabel('Lasts').selectOption({ label: '1 day' });
    await make.click();
    expect(await sentBy(page)).toEqual([
      {
        name: 'create-grant',
        input: {
          name: 'Orders',
          target: { kind: 'default' },
          audiences: [
            { kind: 'known', id: 'key-vault' },
            { kind: 'resource', resource: 'api://orders' },
          ],
          minutes: 1_440,
        },
      },
    ]);
  });

  it('says at the name that another grant has it, until another one is typed', async () => {
    const page = await openPanel('endpoint');
    await page.evaluate(() =>
      window.fake.answer('create-grant', {
        ok: false,
        problem: {
          kind: 'invalid-input',
          message: 'There is a grant “Orders API” already. Choose another name.',
          field: 'name',
        },
      }),
    );
    await page.getByRole('button', { name: 'New grant' }).click();
    const form = page.getByRole('form', { name: 'New grant' });
    const name = form.getByRole('textbox', { name: 'Name' });
    await name.fill('Orders API');
    await form.getByRole('button', { name: 'Make grant' }).click();
    await form.getByText('There is a grant “Orders API” already.').waitFor();
    expect(await form.getByText('There is a grant').count()).toBe(1);
    await name.fill('Orders API 2');
    await form.getByText('There is a grant').waitFor({ state: 'detached' });
  });

  it('moves the end of a grant', async () => {
    const page = await openPanel('endpoint');
    await page.getByRole('button', { name: 'Change end of Orders API' }).click();
    await page.getByRole('menuitem', { name: '1 day from now' }).click();
    expect(await sentBy(page)).toEqual([
      { name: 'change-grant', input: { grantId: 'g1', minutes: 1_440 } },
    ]);
  });

  it('shows what each grant is for and how it is used, copies its variables and revokes it', async () => {
    const page = await openPanel('endpoint');
    const grant = page.getByRole('listitem', { name: 'Orders API' });
    const text = await grant.innerText();
    await grant.getByRole('button', { name: 'Copy variables of Orders API' }).click();
    await page.getByRole('menuitem', { name: 'For docker compose' }).click();
    await grant.getByRole('button', { name: 'Revoke Orders API' }).click();
    expect(text).toMatch(/Azure Resource Manager, Key Vault, api:\/\/contoso-orders/);
    expect(text).toMatch(/1,204 tokens, last 2 min ago/);
    expect(await sentBy(page)).toEqual([
      { name: 'copy-grant-snippet', input: { grantId: 'g1', form: 'compose' } },
      { name: 'revoke-grant', input: { grantId: 'g1' } },
    ]);
  });

  it('warns before containers are let in, and complains at the field', async () => {
    const page = await openPanel('endpoint');
    await page.getByRole('button', { name: 'Let containers in…' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Let containers in?' });
    await dialog.getByText('Only the secret of a grant keeps them out').waitFor();
    await dialog.getByRole('textbox', { name: 'Name in containers' }).fill('my docker');
    const open = dialog.getByRole('button', { name: 'Let them in' });
    await open.click();
    await dialog.getByText('Type a host name, such as host.docker.internal.').waitFor();
    await dialog.getByRole('textbox', { name: 'Name in containers' }).fill('');
    await open.click();
    await dialog.waitFor({ state: 'detached' });
    expect(await sentBy(page)).toEqual([
      { name: 'open-to-containers', input: { door: { address: '172.17.0.1' }, warned: true } },
    ]);
  });

  it('says where containers ask, and shuts them out', async () => {
    const page = await openPanel('endpointForContainers');
    await page.getByText('host.docker.internal:40123').waitFor();
    await page.getByRole('button', { name: 'Shut them out' }).click();
    expect(await sentBy(page)).toEqual([{ name: 'close-to-containers', input: {} }]);
  });

  it('says why the endpoint could not be opened', async () => {
    const page = await openPanel('endpointFailed');
    await page.getByText('Port 4321 is in use by another program.').waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'gives axe nothing to find in %s, also narrow',
    async (scheme) => {
      const page = await openPanel('endpoint', 720);
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForFunction(
        (wanted) => document.documentElement.style.colorScheme === wanted,
        scheme,
      );
      await page.getByRole('button', { name: 'New grant' }).click();
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .include('aside')
        .exclude('[data-tabster-dummy]')
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
  );
});
