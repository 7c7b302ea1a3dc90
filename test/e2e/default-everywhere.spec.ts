import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { subscriptions } from '../cloud/directory/contoso.ts';
import type { Stage } from '../stage.ts';
import { adelesProfile, azureCliFolder, registered, writeFolder } from './azure-cli-folder.ts';
import { expect, onPreview, preview, signInFirst, test } from './azimuth-test.ts';
import type { RunningApp } from './launch.ts';
import { azimuth } from './protection.ts';

const { contosoDevelopment: development, contosoProduction: production } = subscriptions;

/** What each surface says the default is, by its name. */
async function saidBy(
  stage: Stage,
  app: RunningApp,
  page: Page,
): Promise<Readonly<Record<string, string | null | undefined>>> {
  const heading = page.getByRole('region', { name: 'Default subscription' });
  const [tray] = await preview(app).control('trays', null);
  const shown = await azimuth(stage.profile, ['account', 'show', '--query', 'name', '-o', 'tsv']);
  return {
    window: (await heading.innerText()).split('\n').find((line) => line.startsWith('Contoso ')),
    menu: tray?.menu[0]?.label,
    toolTip: tray?.toolTip.split('\n')[1],
    'azimuth account show': shown.stdout.trim(),
    'Azure CLI': await defaultOfAzureCli(stage),
  };
}

/** The name of the default in the file that Azure CLI itself reads. */
async function defaultOfAzureCli({ profile }: Stage): Promise<string | undefined> {
  const text = await readFile(join(azureCliFolder(profile), 'azureProfile.json'), 'utf8');
  const { subscriptions: listed }: { subscriptions: { name: string; isDefault: boolean }[] } =
    JSON.parse(text.replace(/^\uFEFF/, ''));
  return listed.find(({ isDefault }) => isDefault)?.name;
}

const everywhere = (name: string) => ({
  window: name,
  menu: name,
  toolTip: name,
  'azimuth account show': name,
  'Azure CLI': name,
});

test(
  'the default that is chosen at any surface is what every other one says',
  onPreview,
  async ({ stage }) => {
    test.slow();
    await stage.write('settings.json', JSON.stringify({ azureCliFollows: true }));
    await writeFolder(stage, { ...registered, 'azureProfile.json': adelesProfile });
    const app = await stage.launch();
    const page = await app.window();
    await signInFirst({ stage, app, page });
    const follows = (name: string) =>
      expect.poll(() => saidBy(stage, app, page)).toEqual(everywhere(name));

    await page.getByRole('button', { name: /Set as default: Contoso Development/ }).click();
    await follows(development.displayName);
    await app.clickTray(['Switch to', production.displayName]);
    await follows(production.displayName);
    await azimuth(stage.profile, ['account', 'set', '--name', development.displayName]);
    await follows(development.displayName);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /^Find/ }).fill('contoso prod');
    await page.keyboard.press('Enter');
    await follows(production.displayName);
  },
);
