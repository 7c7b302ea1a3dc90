import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { violations } from '../axe.ts';
import { expect, onPreview, pointAtDevelopment, preview, test } from './azimuth-test.ts';
import { waitForState } from '../app-window.ts';
import { azimuth } from './protection.ts';

test('a production context made in the window asks there before a terminal gets its token', async ({
  stage,
  app,
  page,
}) => {
  await pointAtDevelopment({ stage, app, page });
  await page.getByRole('button', { name: 'Contexts' }).click();
  await page.getByRole('button', { name: 'New context from the default' }).click();
  const form = page.getByRole('dialog', { name: 'New context' });
  await form.getByRole('textbox', { name: 'Name' }).fill('live');
  await form.getByRole('radio', { name: 'Red' }).click();
  await form.getByRole('switch', { name: /^Production/ }).click();
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Use live' }).click();
  await waitForState(page, ({ contexts }) => contexts.currentId !== undefined);

  const declined = azimuth(stage.profile, ['account', 'get-access-token']);
  await expect
    .poll(async () => (await app.notifications()).at(-1)?.body)
    .toMatch(/^Command line: .* waits for a token of “live”\.$/);
  const question = page.getByRole('alertdialog', { name: 'Hand out a token of production?' });
  await question.getByText(/^Command line: /).waitFor();
  const found = await violations(page);
  await question.getByRole('button', { name: 'Do not allow' }).click();
  const refused = await declined;
  const allowed = azimuth(stage.profile, ['account', 'get-access-token']);
  await question.getByRole('button', { name: 'Allow for 15 minutes' }).click();
  const given = await allowed;

  expect(found).toEqual([]);
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toContain('handing out its token was not allowed');
  expect(given.code).toBe(0);
  const { accessToken } = JSON.parse(given.stdout) as { readonly accessToken: string };
  expect(stage.cloud.issued.has(accessToken)).toBe(true);
  await expect(page.getByText(/^Tokens are allowed for another 1[45] min$/)).toBeVisible();
});

test(
  'contexts and the record of hand-outs outlast the app; the record is exported for its owner alone',
  onPreview,
  async ({ stage, app, page }) => {
    await pointAtDevelopment({ stage, app, page });
    await azimuth(stage.profile, ['context', 'create', 'kept', '--colour', 'teal']);
    const ran = await azimuth(stage.profile, ['account', 'get-access-token', '--context', 'kept']);
    expect(ran.code).toBe(0);
    await stage.quit();
    const again = await stage.launch();
    const later = await again.window();
    await later.getByRole('button', { name: 'Contexts' }).click();
    await later.getByRole('listitem').filter({ hasText: 'kept' }).waitFor();
    await later.getByRole('button', { name: 'Activity' }).click();
    await later.getByRole('listitem').getByText('Context kept').waitFor();
    const file = join(stage.profile, 'exported.csv');
    await preview(again).answerNextDialog({ paths: [file] });
    await later.getByRole('button', { name: 'Export…' }).click();
    await later.getByRole('menuitem', { name: 'Table (CSV)' }).click();
    await later.getByText('The record is saved').last().waitFor();
    const exported = await readFile(file, 'utf8');
    const { mode } = await stat(file);
    await later.getByRole('button', { name: 'Clear…' }).click();
    await later.getByRole('alertdialog').getByRole('button', { name: 'Clear' }).click();
    await later.getByText('No token was handed out yet.').waitFor();

    expect((mode & 0o777).toString(8)).toBe('600');
    expect(exported.split('\r\n')).toHaveLength(3);
    expect(exported).toContain(',kept,adele.vance@contoso.com,');
  },
);
