import type { Page } from 'playwright-core';
import { subscriptions } from '../cloud/directory/contoso.ts';
import { adelesProfile, registered, writeFolder } from './azure-cli-folder.ts';
import { expect, onPreview, preview, signInFirst, test } from './azimuth-test.ts';
import { surfaces } from './default-said.ts';
import type { RunningApp } from './launch.ts';
import { azimuth } from './protection.ts';

const { contosoDevelopment: development, contosoProduction: production } = subscriptions;

/** What each surface says the default is. */
async function saidBy(app: RunningApp, page: Page): Promise<Readonly<Record<string, unknown>>> {
  const [tray] = await preview(app).control('trays', null);
  const said = Object.entries(surfaces).map(async ([where, say]) => [where, await say(app, page)]);
  return { ...Object.fromEntries(await Promise.all(said)), toolTip: tray?.toolTip.split('\n')[1] };
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
      expect.poll(() => saidBy(app, page)).toEqual(everywhere(name));

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
