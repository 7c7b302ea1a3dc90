import type { Locator, Page } from 'playwright-core';
import { readState } from '../app-window.ts';
import { findLeaks } from '../leaks.ts';
import { expect, test } from './azimuth-test.ts';

const marker = 'far-too-long-to-be-anything-';
/** As often as makes two megabytes. */
const times = Math.ceil((2 * 1_024 * 1_024) / marker.length);

/** What a person does who has copied the wrong thing: `Ctrl+V` in the field, from the browser's own clipboard. */
async function paste(page: Page, field: Locator): Promise<void> {
  await field.focus();
  await page.evaluate(`
    const copied = (event) => {
      event.clipboardData.setData('text/plain', '${marker}'.repeat(${times}));
      event.preventDefault();
    };
    document.addEventListener('copy', copied, { once: true });
    document.execCommand('copy');
  `);
  await page.keyboard.press('ControlOrMeta+v');
}

async function openForm(page: Page, way: string): Promise<Locator> {
  await page.getByRole('button', { name: 'More ways to sign in' }).click();
  await page.getByRole('menuitem', { name: way }).click();
  return page.getByRole('dialog');
}

/** The field says why it took nothing, and is as empty and as usable as before. */
async function refusesTwoMegabytes(page: Page, field: Locator): Promise<void> {
  await paste(page, field);
  await expect(field).toHaveAccessibleDescription(/^That was too long to be taken: at most [\d,]+/);
  await expect(field).toHaveValue('');
  await field.pressSequentially('x');
  await expect(field).toHaveValue('x');
  await expect(field).not.toHaveAccessibleDescription(/too long/);
  await field.fill('');
}

test.afterEach(async ({ stage, page }) => {
  const { accounts, signIn } = await readState(page);
  expect([accounts, signIn]).toEqual([[], { kind: 'idle' }]);
  expect(await findLeaks([marker], stage.profile, stage.printed())).toEqual([]);
});

test('megabytes pasted into the form for a tenant are refused at the field', async ({ page }) => {
  const form = await openForm(page, 'Choose a specific tenant…');
  for (const name of ['Tenant', 'Account']) {
    await refusesTwoMegabytes(page, form.getByRole('textbox', { name }));
  }
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
});

test('megabytes pasted as a sign-in line are refused at the field', async ({ page }) => {
  const form = await openForm(page, 'Paste a sign-in line…');
  await paste(page, form.getByRole('textbox', { name: 'Sign-in line' }));
  await expect(form.getByText('That was too long to be taken: at most 50,000')).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Sign-in line' })).toHaveValue('');
});

test('megabytes pasted into the form for a service principal are refused at each field', async ({
  page,
}) => {
  const form = await openForm(page, 'Service principal…');
  const textbox = (name: string) => form.getByRole('textbox', { name });
  for (const name of ['Client ID', 'Tenant', 'Label', 'Client secret']) {
    await refusesTwoMegabytes(page, textbox(name));
  }
  await form.getByRole('tab', { name: 'Certificate' }).click();
  for (const name of ['Or paste the PEM text', 'Password']) {
    await refusesTwoMegabytes(page, textbox(name));
  }
  await form.getByRole('tab', { name: 'Federated token' }).click();
  await refusesTwoMegabytes(page, textbox('Path of the file'));
  await form.getByRole('radio', { name: 'Pasted here' }).click();
  await refusesTwoMegabytes(page, textbox('Token'));
});

for (const tenant of [
  'con toso.com',
  '"contoso.com"',
  "contoso.com' or 1=1",
  '<script>alert(1)</script>',
]) {
  test(`a tenant written as ${tenant} is refused at its field, before anything is asked`, async ({
    app,
    page,
    stage,
  }) => {
    const form = await openForm(page, 'Choose a specific tenant…');
    const field = form.getByRole('textbox', { name: 'Tenant' });
    await field.fill(tenant);
    await field.press('Enter');
    await expect(field).toHaveAccessibleDescription(/^A tenant is named by its id or by a domain/);

    expect([app.openedUrls(), stage.cloud.requests]).toEqual([[], []]);
  });
}
