import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Page } from 'playwright-core';
import { isSettled, readState, waitForState } from '../app-window.ts';
import { tenants } from '../cloud/directory/contoso.ts';
import { openPage, signIn } from '../person.ts';
import { answerBrowser, expect, onPreview, test } from './azimuth-test.ts';

async function signInTo(page: Page, tenant: string, browser: string): Promise<void> {
  await page.getByRole('button', { name: 'More ways to sign in' }).click();
  await page.getByRole('menuitem', { name: 'Choose a specific tenant…' }).click();
  await page.getByRole('textbox', { name: 'Tenant' }).fill(tenant);
  await page.getByRole('textbox', { name: 'Account' }).fill('adele.vance@contoso.com');
  await page.getByRole('combobox', { name: 'Open the sign-in page' }).selectOption(browser);
  await page.getByRole('button', { name: 'Continue in browser' }).click();
}

/** A Linux desktop whose default browser is a script that writes down how it was started. */
async function desktopOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const program = join(folder, 'polar browser');
  const script = (text: string) => `#!/bin/sh\n${text}\n`;
  const executable = { mode: 0o755 };
  await mkdir(join(folder, 'applications'));
  await writeFile(program, script(`printf '%s\\n' "$@" > "${folder}/started"`), executable);
  await writeFile(join(folder, 'xdg-mime'), script('echo polar.desktop'), executable);
  await writeFile(
    join(folder, 'applications', 'polar.desktop'),
    [
      '[Desktop Entry]',
      'Name=Polar',
      `Exec="${program}" %U`,
      'Actions=new-window;new-private-window;',
      '[Desktop Action new-window]',
      `Exec="${program}" %U`,
      '[Desktop Action new-private-window]',
      `Exec="${program}" --veiled %U`,
    ].join('\n'),
  );
  return { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, XDG_DATA_HOME: folder };
}

test(
  'a private window of the default browser is found, started for real, and remembered',
  onPreview,
  async ({ stage }) => {
    const folder = await mkdtemp(join(tmpdir(), 'azimuth-desktop-'));
    const environment = await desktopOf(folder);
    const app = await stage.launch({ environment });
    const page = await app.window();
    await signInTo(page, tenants.fabrikam.defaultDomain, 'In a private window of Polar');
    const step = page.getByText(
      'A private window of Polar is open; nobody is signed in there yet.',
    );
    await expect(step).toBeVisible();
    await expect(page.getByRole('status', { name: 'Announcements' })).toHaveText(
      'A private window of your browser is open. Sign in there.',
    );
    const started = () => readFile(join(folder, 'started'), 'utf8').catch(() => '');
    await expect.poll(started).toMatch(/^--veiled\nhttps:\/\/\S+\n$/);
    const [, address = ''] = (await started()).split('\n');
    const browserPage = await openPage(stage.browser, address);
    await signIn(browserPage, { as: 'Adele Vance' });
    await browserPage.context().close();
    const { settings } = await waitForState(page, isSettled);

    expect([settings.signInBrowser, app.openedUrls()]).toEqual(['private', []]);
    await rm(folder, { recursive: true });
  },
);

test('a link that is only copied opens nothing, and is for the named tenant and account', async ({
  stage,
  app,
  page,
}) => {
  await signInTo(page, tenants.fabrikam.defaultDomain, 'copy');
  const heading = page.getByRole('heading', { name: 'Your sign-in link is ready' });
  await expect(heading).toBeFocused();
  await expect(page.getByRole('status', { name: 'Announcements' })).toHaveText(
    'Your sign-in link is ready to be copied. Nothing has been opened.',
  );
  await expect(page.getByLabel('This sign-in is for')).toHaveText(
    'Accountadele.vance@contoso.comTenantfabrikam.com',
  );
  await page.getByRole('button', { name: 'Copy sign-in link' }).click();
  await expect.poll(() => app.clipboardText()).toMatch(/^https:/);
  const address = new URL(await app.clipboardText());
  expect([
    app.openedUrls(),
    address.pathname.split('/')[1],
    address.searchParams.get('login_hint'),
  ]).toEqual([[], 'fabrikam.com', 'adele.vance@contoso.com']);

  await page.getByRole('button', { name: 'Open in default browser' }).click();
  await answerBrowser(stage, app, { as: 'Adele Vance' });
  await waitForState(page, isSettled);
  expect((await readState(page)).accounts).toMatchObject([{ username: 'adele.vance@contoso.com' }]);
});
