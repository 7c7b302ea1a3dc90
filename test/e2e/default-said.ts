import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { azureCliFolder } from './azure-cli-folder.ts';
import type { RunningApp } from './launch.ts';
import { azimuth } from './protection.ts';

type Say = (app: RunningApp, page: Page) => Promise<string | undefined>;

/** Where a person and their tools read what the default is, and its name as it stands there. */
export const surfaces = {
  window: async (_, page) =>
    (await page.getByRole('region', { name: 'Default subscription' }).innerText())
      .split('\n')
      .find((line) => line.startsWith('Contoso ')),
  menu: async (app) => (await app.trayMenu())[0]?.label,
  'azimuth account show': async ({ profile }) =>
    (await azimuth(profile, ['account', 'show', '--query', 'name', '-o', 'tsv'])).stdout.trim(),
  'Azure CLI': ({ profile }) => defaultOfAzureCli(profile),
} satisfies Readonly<Record<string, Say>>;

/** The name of the default in the file that Azure CLI itself reads. */
async function defaultOfAzureCli(profile: string): Promise<string | undefined> {
  const text = await readFile(join(azureCliFolder(profile), 'azureProfile.json'), 'utf8');
  const { subscriptions: listed }: { subscriptions: { name: string; isDefault: boolean }[] } =
    JSON.parse(text.replace(/^\uFEFF/, ''));
  return listed.find(({ isDefault }) => isDefault)?.name;
}
