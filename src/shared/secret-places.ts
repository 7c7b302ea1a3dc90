/** What is kept sealed, each in a file of its own. */
export const vaultDocuments = [
  'msal-cache',
  'service-principals',
  'accounts',
  'directory',
  'contexts',
  'arrangement',
  'usage',
  'activity',
] as const;

export type VaultDocument = (typeof vaultDocuments)[number];

/** One kind of file that Azimuth keeps, with the files of that kind that are there now. */
export interface SecretPlace {
  readonly kind:
    | 'key'
    | VaultDocument
    /** Sealed like the others, with no name in this list. */
    | 'other-sealed'
    | 'settings'
    | 'window'
    | 'clipboard-mark'
    | 'cloud'
    | 'log'
    | 'lock-mark';
  /** Paths inside the folder, with every copy. */
  readonly files: readonly string[];
}

/** Where secrets are, as a look at the disk finds it. */
export interface SecretsReport {
  /** The folder of everything, as a whole path. */
  readonly folder: string;
  readonly places: readonly SecretPlace[];
}

/** What holds secrets, and so goes whenever secrets go. */
export function isSecretPlace(kind: SecretPlace['kind']): boolean {
  switch (kind) {
    case 'key':
    case 'msal-cache':
    case 'service-principals':
    case 'accounts':
    case 'directory':
    case 'contexts':
    case 'arrangement':
    case 'usage':
    case 'activity':
    case 'other-sealed':
      return true;
    case 'settings':
    case 'window':
    case 'clipboard-mark':
    case 'cloud':
    case 'log':
    case 'lock-mark':
      return false;
  }
}
