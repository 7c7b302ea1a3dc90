import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { violations } from '../axe.ts';
import { expect, signInFirst, test } from './azimuth-test.ts';

const name = 'Answer programs that call az';

test('the switch of the settings installs the shim, says its line, and takes it away', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  const file = join(stage.profile, 'shim', 'az');
  await page.getByRole('button', { name: 'Settings' }).click();
  const shim = page.getByRole('switch', { name });
  await shim.click();
  await expect(shim).toBeChecked();
  const installed = existsSync(file);
  const found = await violations(page);
  await page.getByRole('button', { name: 'Copy the line for bash or zsh' }).click();
  await expect.poll(() => app.clipboardText()).toContain(join(stage.profile, 'shim'));
  await shim.click();
  await expect(shim).not.toBeChecked();

  expect(found).toEqual([]);
  expect([installed, existsSync(file)]).toEqual([true, false]);
});

test('the switch stays off, and says why, where an az stands that is not ours', async ({
  stage,
  app,
  page,
}) => {
  const folder = join(stage.profile, 'shim');
  await mkdir(folder, { mode: 0o700 });
  await writeFile(join(folder, 'az'), '#!/bin/sh\n');
  await chmod(join(folder, 'az'), 0o755);
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: 'Settings' }).click();
  const shim = page.getByRole('switch', { name });
  await shim.click();
  await page.getByText(folder).first().waitFor();

  await expect(shim).not.toBeChecked();
});
