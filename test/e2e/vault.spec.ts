import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readState, waitForState } from '../app-window.ts';
import { expect, pointAtDevelopment, signInFirst, test } from './azimuth-test.ts';
import { azimuth, fillPassphrase, passphrase } from './protection.ts';

/** The sealed files of a profile, byte for byte. */
async function vaultFiles(profile: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(profile)).filter((name) => name.includes('vault'));
  const texts = names.map(async (name) => [name, await readFile(join(profile, name), 'base64')]);
  return Object.fromEntries(await Promise.all(texts));
}

test('everything that lasts is sealed, and readable by its owner only', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  await app.quit();
  const files = (await readdir(stage.profile)).filter((name) => name.includes('vault'));
  expect(files).toEqual(
    expect.arrayContaining(['vault.key', 'msal-cache.vault', 'accounts.vault']),
  );
  for (const name of files) {
    const path = join(stage.profile, name);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'latin1')).not.toContain('adele.vance');
  }
});

test('a vault file cut short is kept, said, and replaced by the copy before it', async ({
  stage,
  app,
  page,
}) => {
  await pointAtDevelopment({ stage, app, page });
  await app.quit();
  await truncate(join(stage.profile, 'accounts.vault'), 40);

  const later = await (await stage.launch()).window();
  const { accounts } = await waitForState(later, ({ about }) => about.restored);
  expect(accounts).toHaveLength(1);
  await expect(later.getByText('was damaged').first()).toBeVisible();
  const kept = (await readdir(stage.profile)).filter((name) => name.includes('unreadable'));
  expect(kept).toHaveLength(1);
});

test('a vault of another computer is kept aside, and the app starts', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  await app.quit();
  await writeFile(join(stage.profile, 'vault.key'), 'sealed on another computer');

  const later = await (await stage.launch()).window();
  await expect(later.getByText('sealed on another computer').first()).toBeVisible();
  await expect(later.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const kept = (await readdir(stage.profile)).filter((name) => name.includes('unreadable'));
  expect(kept.length).toBeGreaterThan(2);
});

test('an app that is killed finds its accounts again, and a default that was chosen the moment before', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  const set = await azimuth(stage.profile, ['account', 'set', '-s', 'Contoso Development']);
  await app.kill();

  const later = await (await stage.launch()).window();
  const { accounts, selection } = await waitForState(later, ({ about }) => about.restored);
  expect(set.code).toBe(0);
  expect(accounts.map(({ username }) => username)).toEqual(['adele.vance@contoso.com']);
  expect(selection.defaultSubscriptionKey).toBeDefined();
});

test('a keyring that is locked is none: what it sealed is left alone, and a passphrase does not replace it', async ({
  stage,
  app,
  page,
}) => {
  await signInFirst({ stage, app, page });
  await app.quit();
  const before = await vaultFiles(stage.profile);
  stage.lockKeyring();

  const later = await (await stage.launch()).window();
  await later.getByRole('button', { name: 'Protect with a passphrase…' }).click();
  await fillPassphrase(later, passphrase);
  await expect(later.getByText('The folder holds what the system’s keyring sealed.')).toBeVisible();
  expect((await readState(later)).vault.kind).toBe('memory');
  expect(await vaultFiles(stage.profile)).toEqual(before);
});

test.describe('without a keyring', () => {
  test.use({ stageOptions: { keyring: false } });

  test('nothing secret is written, and the window says so', async ({ stage, app, page }) => {
    await expect(page.getByText('Memory only')).toBeVisible();
    await signInFirst({ stage, app, page });
    await expect(page.getByText('Memory only').first()).toBeVisible();
    await app.quit();
    expect((await readdir(stage.profile)).filter((name) => name.includes('vault'))).toEqual([]);

    const later = await (await stage.launch()).window();
    expect((await readState(later)).accounts).toEqual([]);
  });
});
