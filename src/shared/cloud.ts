import { z } from 'zod';

/** Where one Azure cloud lives. All addresses are https origins without a trailing slash, unless said otherwise. */
export interface Cloud {
  /** The name that Azure CLI uses, such as `AzureCloud`. */
  readonly name: string;
  readonly displayName: string;
  /** Entra ID, such as `https://login.microsoftonline.com`. */
  readonly authority: string;
  /** Azure Resource Manager's endpoint, such as `https://management.azure.com`. */
  readonly resourceManager: string;
  /** The audience of ARM's tokens; keeps its trailing slash, as Azure CLI has it. */
  readonly audience: string;
  readonly graph: string;
  /** Host suffixes of services whose audience depends on the cloud. */
  readonly keyVaultSuffix: string;
  readonly ossDatabases: string;
  readonly sqlDatabase: string;
  readonly portal: string;
  /** The public client that signs people in. */
  readonly clientId: string;
}

/** The clouds that accounts can be of. The names are different in any letters' case. */
export interface Clouds {
  /** The cloud of a new sign-in that names none, and the one that the command line lists: one of `known`. */
  readonly current: string;
  /** Those of Microsoft's, then one's own. */
  readonly known: readonly Cloud[];
}

/** The public client of Azure CLI and of the Azure SDKs' developer sign-in. */
export const defaultClientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

/** Endpoints as published in Azure CLI's `cloud.py` (https://github.com/Azure/azure-cli, `azure.cli.core.cloud`). */
export const clouds: readonly Cloud[] = [
  {
    name: 'AzureCloud',
    displayName: 'Azure',
    authority: 'https://login.microsoftonline.com',
    resourceManager: 'https://management.azure.com',
    audience: 'https://management.core.windows.net/',
    graph: 'https://graph.microsoft.com',
    keyVaultSuffix: 'vault.azure.net',
    ossDatabases: 'https://ossrdbms-aad.database.windows.net',
    sqlDatabase: 'https://database.windows.net',
    portal: 'https://portal.azure.com',
    clientId: defaultClientId,
  },
  {
    name: 'AzureUSGovernment',
    displayName: 'Azure US Government',
    authority: 'https://login.microsoftonline.us',
    resourceManager: 'https://management.usgovcloudapi.net',
    audience: 'https://management.core.usgovcloudapi.net/',
    graph: 'https://graph.microsoft.us',
    keyVaultSuffix: 'vault.usgovcloudapi.net',
    ossDatabases: 'https://ossrdbms-aad.database.usgovcloudapi.net',
    sqlDatabase: 'https://database.usgovcloudapi.net',
    portal: 'https://portal.azure.us',
    clientId: defaultClientId,
  },
  {
    name: 'AzureChinaCloud',
    displayName: 'Azure operated by 21Vianet',
    authority: 'https://login.chinacloudapi.cn',
    resourceManager: 'https://management.chinacloudapi.cn',
    audience: 'https://management.core.chinacloudapi.cn/',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    keyVaultSuffix: 'vault.azure.cn',
    ossDatabases: 'https://ossrdbms-aad.database.chinacloudapi.cn',
    sqlDatabase: 'https://database.chinacloudapi.cn',
    portal: 'https://portal.azure.cn',
    clientId: defaultClientId,
  },
];

/** A cloud of the list, by its name. */
export const cloudName = z.string().min(1).max(200);

const origin = z
  .url({ protocol: /^https$/, error: 'must be an https address' })
  .transform((address) => address.replace(/\/+$/, ''));

export const publicCloud = clouds[0] as Cloud;

export const cloudNamed = (known: readonly Cloud[], name: string): Cloud | undefined =>
  known.find((cloud) => cloud.name === name);

/** The cloud of a new sign-in that names none. */
export const currentCloud = ({ current, known }: Clouds): Cloud =>
  cloudNamed(known, current) ?? publicCloud;

/** Whether it is one of Microsoft's, whose addresses nobody changes. */
export const isPublished = ({ name }: Pick<Cloud, 'name'>): boolean =>
  cloudNamed(clouds, name) !== undefined;

/** What a custom cloud (Azure Stack, the simulated cloud) has to say of itself; the rest is as in the public cloud. */
export const customCloudSchema = z.object({
  name: z.string().min(1),
  displayName: z.string().min(1).optional(),
  authority: origin,
  resourceManager: origin,
  audience: z.string().min(1),
  graph: origin.optional(),
  keyVaultSuffix: z.string().min(1).optional(),
  ossDatabases: origin.optional(),
  sqlDatabase: origin.optional(),
  portal: origin.optional(),
  clientId: z.guid().optional(),
});

export type CustomCloud = z.infer<typeof customCloudSchema>;

/** A custom cloud, filled up with the public cloud's audiences where it names none. */
export function customCloud(definition: CustomCloud): Cloud {
  return {
    name: definition.name,
    displayName: definition.displayName ?? definition.name,
    authority: definition.authority,
    resourceManager: definition.resourceManager,
    audience: definition.audience,
    graph: definition.graph ?? publicCloud.graph,
    keyVaultSuffix: definition.keyVaultSuffix ?? publicCloud.keyVaultSuffix,
    ossDatabases: definition.ossDatabases ?? publicCloud.ossDatabases,
    sqlDatabase: definition.sqlDatabase ?? publicCloud.sqlDatabase,
    portal: definition.portal ?? publicCloud.portal,
    clientId: definition.clientId ?? defaultClientId,
  };
}
