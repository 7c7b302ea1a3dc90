import type { Cloud, Clouds } from '../../shared/cloud.ts';
import type { CliAnswer } from './cli-format.ts';

/** `cloud list`: with the columns of Azure CLI, where a cloud's profile is always the latest. */
export function cloudList(clouds: Clouds): CliAnswer {
  return {
    value: clouds.known.map((cloud) => entry(clouds, cloud)),
    table: clouds.known.map((cloud) => row(clouds, cloud)),
  };
}

/** `cloud show`. */
export function cloudShow(clouds: Clouds, cloud: Cloud): CliAnswer {
  return { value: entry(clouds, cloud), table: [row(clouds, cloud)] };
}

const row = ({ current }: Clouds, { name }: Cloud) => ({
  IsActive: name === current,
  Name: name,
  Profile: 'latest',
});

/** The keys of Azure CLI (`cloud.py`, `CloudEndpoints` and `CloudSuffixes`) that Azimuth knows something for. */
const entry = ({ current }: Clouds, cloud: Cloud) => ({
  endpoints: {
    activeDirectory: cloud.authority,
    activeDirectoryResourceId: cloud.audience,
    management: cloud.audience,
    microsoftGraphResourceId: `${cloud.graph}/`,
    ossrdbmsResourceId: cloud.ossDatabases,
    portal: cloud.portal,
    resourceManager: `${cloud.resourceManager}/`,
  },
  isActive: cloud.name === current,
  name: cloud.name,
  profile: 'latest',
  suffixes: {
    keyvaultDns: `.${cloud.keyVaultSuffix}`,
    sqlServerHostname: `.${new URL(cloud.sqlDatabase).host}`,
  },
});
