import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { subscriptions, users } from '../cloud/directory/contoso.ts';
import type { Stage } from '../stage.ts';

/** Azure CLI's folder of a launched app: never that of the person who runs the tests or the demo. */
export const azureCliFolder = (profile: string): string => join(profile, 'azure-cli');

const { adele } = users;
const { contosoProduction, contosoDevelopment } = subscriptions;

/** An entry of Adele's, as Azure CLI writes it. */
const entryOf = ({ id, displayName }: typeof contosoProduction, isDefault = false): object => ({
  id,
  name: displayName,
  state: 'Enabled',
  user: { name: adele.username, type: 'user' },
  isDefault,
  tenantId: adele.homeTenant,
  environmentName: 'Simulated',
  homeTenantId: adele.homeTenant,
  managedByTenants: [],
});

/** Azure CLI's profile of somebody who used it, with the development as its default. */
export const adelesProfile = `\uFEFF${JSON.stringify({
  installationId: 'i',
  subscriptions: [entryOf(contosoProduction), entryOf(contosoDevelopment, true)],
})}`;

/** What `az cloud register` and `az cloud set` leave of the cloud of the tests. */
export const registered = {
  config: '[cloud]\nname = Simulated\n',
  'clouds.config': '[Simulated]\nprofile = latest\n',
};

/** Azure CLI's folder beside the app's. */
export async function writeFolder(
  { profile }: Stage,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = azureCliFolder(profile);
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
