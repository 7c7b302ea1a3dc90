import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { waitForState } from '../app-window.ts';
import { tenants } from '../cloud/directory/contoso.ts';
import { violations } from '../axe.ts';
import { expect, pointAtDevelopment, signInFirst, test } from './azimuth-test.ts';

const program = fileURLToPath(new URL('../cli/programs/ask-token.ts', import.meta.url));
const got = { aud: 'https://vault.azure.net', tid: tenants.contoso.id, requests: 1 };

/** What a program with @azure/identity gets, in whose environment the lines of a Docker env file stand. */
async function askWith(envFile: string, endpoint?: string): Promise<unknown> {
  const lines = envFile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const pairs = lines.map((line) => [
    line.slice(0, line.indexOf('=')),
    line.slice(line.indexOf('=') + 1),
  ]);
  const variables = Object.fromEntries(pairs) as NodeJS.ProcessEnv;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, 'managed', 'https://vault.azure.net/.default'],
    { env: { ...variables, ...(endpoint === undefined ? {} : { IDENTITY_ENDPOINT: endpoint }) } },
  );
  return JSON.parse(stdout);
}

test('a program gets tokens with the variables that were copied, until its grant is revoked', async ({
  stage,
  app,
  page,
}) => {
  await pointAtDevelopment({ stage, app, page });
  await page.getByRole('button', { name: 'SDK endpoint' }).click();
  const panel = page.getByRole('complementary', { name: 'SDK endpoint' });
  await panel.getByRole('switch', { name: 'Let programs ask' }).click();
  await waitForState(page, ({ endpoint }) => endpoint.kind === 'on');

  await panel.getByRole('button', { name: 'New grant' }).click();
  const form = panel.getByRole('form', { name: 'New grant' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Orders');
  await form.getByRole('checkbox', { name: 'Key Vault' }).check();
  await form.getByRole('button', { name: 'Make grant' }).click();
  const grant = panel.getByRole('listitem', { name: 'Orders' });
  await expect(grant).toContainText('not used yet');
  const copyVariables = async (): Promise<string> => {
    await grant.getByRole('button', { name: 'Copy variables of Orders' }).click();
    await page.getByRole('menuitem', { name: 'As Docker env file' }).click();
    await waitForState(page, ({ clipboard }) => clipboard.kind === 'snippet');
    return app.clipboardText();
  };
  const variables = await copyVariables();

  expect(await askWith(variables)).toEqual(got);
  await expect(grant).toContainText('1 token,');
  await grant.getByRole('button', { name: 'Revoke Orders' }).click();
  await expect(grant).toHaveCount(0);
  expect(await askWith(variables)).toEqual({
    error: expect.stringContaining("The grant 'Orders' is revoked."),
    requests: 1,
  });
  await panel.getByRole('switch', { name: 'Let programs ask' }).click();
  await waitForState(page, ({ endpoint }) => endpoint.kind === 'off');
  const [, address = ''] = /IDENTITY_ENDPOINT=(.+)/.exec(variables) ?? [];
  expect(await fetch(address).catch(() => 'nobody listens')).toBe('nobody listens');
});

test('containers are let in after a warning, at the address that a person names', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: 'SDK endpoint' }).click();
  const panel = page.getByRole('complementary', { name: 'SDK endpoint' });
  await panel.getByRole('switch', { name: 'Let programs ask' }).click();
  await panel.getByRole('button', { name: 'Let containers in…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Let containers in?' });
  await expect(dialog).toContainText('Only the secret of a grant keeps them out');
  for (const theme of ['light', 'dark'] as const) {
    await app.setTheme(theme);
    expect(await violations(page)).toEqual([]);
  }
  const field = dialog.getByRole('textbox', { name: 'Address of this computer' });
  const open = dialog.getByRole('button', { name: 'Let them in' });
  await field.fill('0.0.0.0');
  await open.click();
  await expect(field).toHaveAccessibleDescription(/Choose one address, not all of them\./);
  await field.fill('192.0.2.1');
  await open.click();
  await expect(dialog).toContainText('192.0.2.1 is no address of this computer.');
  await field.fill('127.0.0.2');
  await open.click();
  await expect(dialog).toHaveCount(0);
  const { endpoint } = await waitForState(page, (state) => state.endpoint.kind === 'on');
  const port = endpoint.kind === 'on' ? endpoint.port : 0;
  await expect(panel).toContainText(`host.docker.internal:${port}, which is 127.0.0.2 here`);
  for (const theme of ['light', 'dark'] as const) {
    await app.setTheme(theme);
    expect(await violations(page)).toEqual([]);
  }
  const reached = () =>
    fetch(`http://127.0.0.2:${port}/msi/token`).then(({ status }) => status, String);
  expect(await reached()).toBe(401);
  await panel.getByRole('button', { name: 'Shut them out' }).click();
  await waitForState(
    page,
    (state) => state.endpoint.kind === 'on' && state.endpoint.containers === undefined,
  );
  expect(await reached()).not.toBe(401);
});
