import type { Context } from 'hono';
import { armError } from './arm-error.ts';

/** One cloud as Azure Resource Manager describes it, with what clients read of it. */
const cloudMetadata = (resourceManager: string, authority: string) => ({
  portal: 'https://portal.azure.com',
  authentication: {
    loginEndpoint: authority,
    audiences: ['https://management.core.windows.net/', 'https://management.azure.com/'],
    tenant: 'common',
    identityProvider: 'AAD',
  },
  media: 'https://rest.media.azure.net',
  graphAudience: 'https://graph.windows.net/',
  graph: 'https://graph.windows.net/',
  name: 'AzureCloud',
  suffixes: {
    azureDataLakeStoreFileSystem: 'azuredatalakestore.net',
    acrLoginServer: 'azurecr.io',
    sqlServerHostname: 'database.windows.net',
    azureDataLakeAnalyticsCatalogAndJob: 'azuredatalakeanalytics.net',
    keyVaultDns: 'vault.azure.net',
    storage: 'core.windows.net',
    storageSyncEndpointSuffix: 'afs.azure.net',
    mhsmDns: 'managedhsm.azure.net',
  },
  batch: 'https://batch.core.windows.net/',
  resourceManager: `${resourceManager}/`,
  vmImageAliasDoc:
    'https://raw.githubusercontent.com/Azure/azure-rest-api-specs/main/arm-compute/quickstart-templates/aliases.json',
  activeDirectoryDataLake: 'https://datalake.azure.net/',
  sqlManagement: 'https://management.core.windows.net:8443/',
  microsoftGraphResourceId: 'https://graph.microsoft.com/',
  ossrdbmsResourceId: 'https://ossrdbms-aad.database.windows.net',
  gallery: 'https://gallery.azure.com/',
});

/** The oldest version, which Azure Stack has to this day. */
const firstMetadata = (authority: string) => ({
  galleryEndpoint: 'https://gallery.azure.com/',
  graphEndpoint: 'https://graph.windows.net/',
  portalEndpoint: 'https://portal.azure.com/',
  authentication: {
    loginEndpoint: `${authority}/`,
    audiences: ['https://management.core.windows.net/', 'https://management.azure.com/'],
  },
});

/**
 * `/metadata/endpoints`, which needs no token. Versions from 2022-09-01 on describe this cloud, 2019-05-01 and 2018-05-01
 * list all that it knows, 2015-01-01 has fewer and other names (https://github.com/hashicorp/go-azure-sdk, `metadata`).
 */
export function showMetadata(context: Context, authority: string): Response {
  const version = context.req.query('api-version');
  const resourceManager = `https://${context.req.header('host') ?? ''}`;
  switch (version) {
    case undefined:
      return armError(
        context,
        400,
        'MissingApiVersionParameter',
        'The api-version query parameter (?api-version=) is required for all requests.',
      );
    case '2022-09-01':
    case '2023-12-01':
      return context.json(cloudMetadata(resourceManager, authority));
    case '2018-05-01':
    case '2019-05-01':
      return context.json([cloudMetadata(resourceManager, authority)]);
    case '2015-01-01':
      return context.json(firstMetadata(authority));
    default:
      return armError(
        context,
        400,
        'InvalidApiVersionParameter',
        `The api-version '${version}' is invalid. The supported versions are '2023-12-01,2022-09-01,2019-05-01,2018-05-01,2015-01-01'.`,
      );
  }
}
