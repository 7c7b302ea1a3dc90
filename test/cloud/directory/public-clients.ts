import type { PublicClient } from './model.ts';

/** Public clients of Microsoft's that every tenant knows, and one that an organisation registered. */
export const publicClients = {
  /** The developer sign-in of Azure CLI and the Azure SDKs. */
  azureCli: {
    id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
    displayName: 'Microsoft Azure CLI',
    redirectUris: ['http://localhost', 'http://127.0.0.1'],
    family: '1',
  },
  azurePowerShell: {
    id: '1950a258-227b-4e31-a9cf-717495945fc2',
    displayName: 'Microsoft Azure PowerShell',
    redirectUris: ['http://localhost', 'urn:ietf:wg:oauth:2.0:oob'],
    family: '1',
  },
  visualStudioCode: {
    id: 'aebc6443-996d-45c2-90f0-388ff96faa56',
    displayName: 'Visual Studio Code',
    redirectUris: ['http://localhost', 'https://vscode.dev/redirect'],
    family: '1',
  },
  /** Registered by Contoso for this program; no family, so its refresh tokens are its own. */
  ownRegistration: {
    id: '6f1c2d1e-52a4-4c57-9d83-4bd2d6d3f0a7',
    displayName: 'Azimuth (Contoso registration)',
    redirectUris: ['http://localhost'],
  },
} as const satisfies Record<string, PublicClient>;
