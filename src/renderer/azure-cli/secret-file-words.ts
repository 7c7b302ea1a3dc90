import type { CliSecretFileName } from '../../shared/azure-cli.ts';

interface SecretFileWords {
  readonly title: string;
  /** What the file is, and what it means that it can be read. */
  readonly risk: string;
  /** What ends in Azure CLI with the file; nothing uses a file of which that is not said. */
  readonly signsOut?: string;
}

export const secretFileWords: Readonly<Record<CliSecretFileName, SecretFileWords>> = {
  'accessTokens.json': {
    title: 'Sign-ins of an old Azure CLI',
    risk: 'Refresh tokens: whoever reads them can sign in as you. Azure CLI has not used this file since version 2.30, so nothing is lost with it.',
  },
  'msal_token_cache.json': {
    title: 'Sign-ins of Azure CLI',
    risk: 'Refresh tokens: whoever reads them can sign in as you. Azure CLI uses this file now.',
    signsOut: 'Azure CLI is then signed out of all its users.',
  },
  'service_principal_entries.json': {
    title: 'Service principals of Azure CLI',
    risk: 'Secrets of service principals: whoever reads them can act as these applications. Azure CLI uses this file now.',
    signsOut: 'Azure CLI is then signed out of all its service principals.',
  },
};
