import { afterAll, beforeAll, expect, it } from 'vitest';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const folder = '/home/ada/.config/Azimuth/shim';

it('the settings put az into its folder, and show and copy the line of each shell', async () => {
  const page = await stage.open('signedIn');
  await page.evaluate((where) => {
    window.fake.answer('read-shim', { ok: true, value: { folder: where, installed: false } });
    window.fake.answer('set-shim', { ok: true, value: { folder: where, installed: true } });
  }, folder);
  await page.getByRole('button', { name: 'Settings' }).click();
  const answering = page.getByRole('switch', { name: 'Answer programs that call az' });
  await answering.click();
  await page.getByText(`export PATH='${folder}':"$PATH"`).waitFor();
  expect(await answering.isChecked()).toBe(true);
  expect(await page.locator('section', { has: answering }).locator('code').count()).toBe(3);
  await page.getByRole('button', { name: 'Copy the line for fish' }).click();
  expect(await sentBy(page)).toEqual([
    { name: 'read-shim', input: {} },
    { name: 'set-shim', input: { installed: true } },
    { name: 'copy-shim-line', input: { shell: 'fish' } },
  ]);
});

it('a folder that can not be used is said beside the switch, which stays off', async () => {
  const page = await stage.open('signedIn');
  await page.evaluate((where) => {
    window.fake.answer('read-shim', { ok: true, value: { folder: where, installed: false } });
    const message = `${where} is not a folder of yours. Remove it and try again.`;
    window.fake.answer('set-shim', { ok: false, problem: { kind: 'unexpected', message } });
  }, folder);
  await page.getByRole('button', { name: 'Settings' }).click();
  const answering = page.getByRole('switch', { name: 'Answer programs that call az' });
  await answering.click();
  await page.getByText('is not a folder of yours.').waitFor();
  expect(await answering.isChecked()).toBe(false);
});
