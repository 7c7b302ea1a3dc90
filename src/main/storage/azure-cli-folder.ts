import { join, resolve } from 'node:path';
import type { CliProfile } from '../../shared/azure-cli.ts';
import type { AzureCliFolder } from '../core/ports/programs.ts';
import { pointAzureCli } from './azure-cli-default.ts';
import { profileFile, readProfile } from './azure-cli-files.ts';
import { readAccounts } from './azure-cli-profile.ts';
import { findSecretFiles, removeSecretFile } from './azure-cli-secrets.ts';

/** Where Azure CLI keeps its files (`azure.cli.core._environment`). */
export function azureCliFolderOf(
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  const own = environment['AZURE_CONFIG_DIR'];
  return own ? resolve(own) : join(home, '.azure');
}

/** Azure CLI's own folder. Its token cache and its secrets are neither read nor written, only found and removed. */
export function openAzureCliFolder(folder: string): AzureCliFolder {
  return {
    async look() {
      const [profile, secretFiles] = await Promise.all([whoIsIn(folder), findSecretFiles(folder)]);
      return { kind: 'read', folder, profile, secretFiles };
    },
    pointAt: (chosen) => pointAzureCli(folder, chosen),
    removeSecretFile: (name) => removeSecretFile(folder, name),
  };
}

async function whoIsIn(folder: string): Promise<CliProfile> {
  const read = await readProfile(folder);
  switch (read.kind) {
    case 'missing':
      return { kind: 'none' };
    case 'unusable':
      return {
        kind: 'unusable',
        message: `${profileFile(folder)} ${read.why}. Azimuth leaves it as it is; “az login” makes Azure CLI write it anew.`,
      };
    case 'read':
      return readAccounts(read.document);
  }
}
