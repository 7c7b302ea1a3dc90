import type { VaultStatus } from '../../shared/app-state.ts';
import type { SecretPlace, SecretsReport } from '../../shared/secret-places.ts';
import { isSecretPlace } from '../../shared/secret-places.ts';

export interface SecretRow {
  readonly what: string;
  /** The file's name, or where it is instead. */
  readonly where: string;
  readonly copies: number;
  readonly how: string;
}

const names: Readonly<Record<SecretPlace['kind'], string>> = {
  key: 'The key of the vault',
  'msal-cache': 'Sign-ins: refresh and access tokens',
  'service-principals': 'Secrets and keys of service principals',
  accounts: 'Accounts, and your default',
  directory: 'The remembered list',
  contexts: 'Contexts: where they point, never a token',
  arrangement: 'Your names, colours and order',
  usage: 'What you used last, and how often',
  activity: 'The record of hand-outs',
  'other-sealed': 'Other sealed files',
  settings: 'Settings',
  window: 'Where the window was',
  'clipboard-mark': 'A mark of the token on the clipboard',
  cloud: 'Addresses of a custom cloud',
  log: 'Log',
  'lock-mark': 'A mark that the app is locked',
};

/** The honest table: what is kept, where, and how. What is not there has no row. */
export function secretRows({ places }: SecretsReport, vault: VaultStatus): readonly SecretRow[] {
  const inMemory: readonly SecretRow[] =
    vault.kind === 'memory'
      ? [
          {
            what: 'Sign-ins, accounts and the list',
            where: 'in memory',
            copies: 0,
            how: 'Not written to disk, gone when Azimuth closes',
          },
        ]
      : [];
  const onDisk = places.flatMap(({ kind, files }): readonly SecretRow[] => {
    const [first, ...copies] = files;
    if (first === undefined) return [];
    return [{ what: names[kind], where: first, copies: copies.length, how: howKept(kind, vault) }];
  });
  return [...inMemory, ...onDisk];
}

function howKept(kind: SecretPlace['kind'], vault: VaultStatus): string {
  if (kind === 'key') return howKeyIsKept(vault);
  if (isSecretPlace(kind)) return 'Encrypted with that key (AES-256-GCM)';
  return kind === 'log'
    ? 'Readable; secrets are taken out before it is written'
    : 'Readable; nothing secret is in it';
}

function howKeyIsKept(vault: VaultStatus): string {
  switch (vault.kind) {
    case 'memory':
      return 'Sealed by a keyring that does not answer now';
    case 'locked':
      return 'Sealed with your passphrase (scrypt, AES-256-GCM)';
    case 'sealed':
      return vault.keeper === 'passphrase'
        ? 'Sealed with your passphrase (scrypt, AES-256-GCM)'
        : `Sealed by ${vault.by}`;
  }
}
