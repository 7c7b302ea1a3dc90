import { identifierOf } from '../directory/identifier.ts';
import { tenants } from '../directory/contoso.ts';

/** An API that tokens can be asked for. */
export interface Audience {
  readonly appId: string;
  readonly displayName: string;
  /** Identifier URIs, without a trailing slash and in lower case; any of them may be asked for. */
  readonly identifiers: readonly string[];
  /** Hosts of single resources (`account.blob.core.windows.net`) end with this. */
  readonly hostSuffix?: string;
  /** What `.default` gives a person. */
  readonly scopes: readonly string[];
  /** Known in this tenant only; without it, in all. */
  readonly tenant?: string;
}

/** Sources: the "Microsoft applications" list in Entra's docs and `az cloud show`. */
export const audiences = {
  resourceManager: {
    appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    displayName: 'Windows Azure Service Management API',
    identifiers: ['https://management.core.windows.net', 'https://management.azure.com'],
    scopes: ['user_impersonation'],
  },
  graph: {
    appId: '00000003-0000-0000-c000-000000000000',
    displayName: 'Microsoft Graph',
    identifiers: ['https://graph.microsoft.com'],
    scopes: ['Directory.AccessAsUser.All', 'User.Read', 'User.ReadBasic.All'],
  },
  azureAdGraph: {
    appId: '00000002-0000-0000-c000-000000000000',
    displayName: 'Windows Azure Active Directory',
    identifiers: ['https://graph.windows.net'],
    scopes: ['user_impersonation'],
  },
  keyVault: {
    appId: 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093',
    displayName: 'Azure Key Vault',
    identifiers: ['https://vault.azure.net'],
    scopes: ['user_impersonation'],
  },
  managedHsm: {
    appId: '589d5083-6f11-4d30-a62a-a4b316a14abf',
    displayName: 'Azure Key Vault Managed HSM',
    identifiers: ['https://managedhsm.azure.net'],
    scopes: ['user_impersonation'],
  },
  storage: {
    appId: 'e406a681-f3d4-42a8-90b6-c2b029497af1',
    displayName: 'Azure Storage',
    identifiers: ['https://storage.azure.com'],
    hostSuffix: '.core.windows.net',
    scopes: ['user_impersonation'],
  },
  sql: {
    appId: '022907d3-0f1b-48f7-badc-1ba6abab6d66',
    displayName: 'Azure SQL Database',
    identifiers: ['https://database.windows.net'],
    scopes: ['user_impersonation'],
  },
  devOps: {
    appId: '499b84ac-1321-427f-aa17-267ca6975798',
    displayName: 'Azure DevOps',
    identifiers: ['https://app.vssps.visualstudio.com'],
    scopes: ['user_impersonation'],
  },
  logAnalytics: {
    appId: 'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5',
    displayName: 'Log Analytics API',
    identifiers: ['https://api.loganalytics.io', 'https://api.loganalytics.azure.com'],
    scopes: ['Data.Read'],
  },
  serviceBus: {
    appId: '80a10ef9-8168-493d-abf9-3297c4ef6e3c',
    displayName: 'Microsoft.ServiceBus',
    identifiers: ['https://servicebus.azure.net'],
    hostSuffix: '.servicebus.windows.net',
    scopes: ['user_impersonation'],
  },
  eventHubs: {
    appId: '80369ed6-5f11-4dd9-bef3-692475845e77',
    displayName: 'Microsoft.EventHubs',
    identifiers: ['https://eventhubs.azure.net'],
    scopes: ['user_impersonation'],
  },
  openSourceDatabases: {
    appId: '123cd850-d9df-40bd-94d5-c9f07b7fa203',
    displayName: 'Azure OSSRDBMS Database',
    identifiers: ['https://ossrdbms-aad.database.windows.net'],
    scopes: ['user_impersonation'],
  },
  batch: {
    appId: 'ddbf3205-c6bd-46ae-8127-60eb93363864',
    displayName: 'Microsoft Azure Batch',
    identifiers: ['https://batch.core.windows.net'],
    scopes: ['user_impersonation'],
  },
  dataLake: {
    appId: 'e9f49c6b-5ce5-44c8-925d-015017e9f7ad',
    displayName: 'Azure Data Lake',
    identifiers: ['https://datalake.azure.net'],
    scopes: ['user_impersonation'],
  },
  appConfiguration: {
    appId: '35ffadb3-7fc1-497e-b61b-381d28e744cc',
    displayName: 'Azure App Configuration',
    identifiers: ['https://azconfig.io'],
    hostSuffix: '.azconfig.io',
    scopes: ['user_impersonation'],
  },
  cognitiveServices: {
    appId: '7d312290-28c8-473c-a0ed-8e53749b6d6d',
    displayName: 'Microsoft Cognitive Services',
    identifiers: ['https://cognitiveservices.azure.com'],
    scopes: ['user_impersonation'],
  },
  /** An API of Contoso's own, unknown elsewhere. */
  contosoOrders: {
    appId: identifierOf('audience contoso orders'),
    displayName: 'Contoso Orders',
    identifiers: ['api://contoso-orders', 'https://orders.contoso.com'],
    scopes: ['Orders.Read', 'Orders.Write'],
    tenant: tenants.contoso.id,
  },
} as const satisfies Record<string, Audience>;

const everyAudience: readonly Audience[] = Object.values(audiences);
const byIdentifier = new Map(
  everyAudience.flatMap((audience) =>
    [audience.appId, ...audience.identifiers].map((name) => [name, audience] as const),
  ),
);

/** The API behind an identifier as a client wrote it, in the eyes of one tenant. */
export function findAudience(resource: string, tenantId: string): Audience | undefined {
  const name = resource.toLowerCase().replace(/\/+$/, '');
  const audience =
    byIdentifier.get(name) ??
    everyAudience.find(
      ({ hostSuffix }) =>
        hostSuffix !== undefined && name.startsWith('https://') && name.endsWith(hostSuffix),
    );
  if (!audience) return undefined;
  return audience.tenant === undefined || audience.tenant === tenantId ? audience : undefined;
}
