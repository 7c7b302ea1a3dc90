import type { Audience } from '../../shared/audience.ts';
import type { Cloud } from '../../shared/cloud.ts';

/** What `--resource-type` may name. */
export const resourceTypes = [
  'oss-rdbms',
  'arm',
  'aad-graph',
  'ms-graph',
  'batch',
  'media',
  'data-lake',
] as const;

type Older = 'aad-graph' | 'batch' | 'media' | 'data-lake';

/** Resources of Azure CLI's `cloud.py` that no picker offers. A cloud that is not here has those of the public one. */
const olderResources: Readonly<Record<string, Partial<Record<Older, string>>>> = {
  AzureCloud: {
    'aad-graph': 'https://graph.windows.net/',
    batch: 'https://batch.core.windows.net/',
    media: 'https://rest.media.azure.net',
    'data-lake': 'https://datalake.azure.net/',
  },
  AzureUSGovernment: {
    'aad-graph': 'https://graph.windows.net/',
    batch: 'https://batch.core.usgovcloudapi.net/',
    media: 'https://rest.media.usgovcloudapi.net',
  },
  AzureChinaCloud: {
    'aad-graph': 'https://graph.chinacloudapi.cn/',
    batch: 'https://batch.chinacloudapi.cn/',
    media: 'https://rest.media.chinacloudapi.cn',
  },
};

/** The audience behind a `--resource-type`, or nothing where the cloud has no such service. */
export function resourceTypeAudience(name: string, cloud: Cloud): Audience | undefined {
  const type = resourceTypes.find((known) => known === name);
  switch (type) {
    case 'arm':
      return { kind: 'known', id: 'resource-manager' };
    case 'ms-graph':
      return { kind: 'known', id: 'graph' };
    case 'oss-rdbms':
      return { kind: 'known', id: 'oss-databases' };
    case 'aad-graph':
    case 'batch':
    case 'media':
    case 'data-lake': {
      const resource = (olderResources[cloud.name] ?? olderResources['AzureCloud'])?.[type];
      return resource === undefined ? undefined : { kind: 'resource', resource };
    }
    case undefined:
      return undefined;
  }
}
