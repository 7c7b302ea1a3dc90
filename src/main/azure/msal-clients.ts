import type { Cloud } from '../../shared/cloud.ts';
import { cloudNamed } from '../../shared/cloud.ts';
import type { KnownClouds } from '../core/ports/azure.ts';
import type { MsalClient } from './msal-client.ts';

/** The public clients of all clouds, each made when somebody needs it. */
export interface MsalClients {
  /**
   * The client of a cloud; nothing where there is no such cloud.
   *
   * @param clientId another one than the cloud has now: that of a session which is older
   */
  of(cloud: string, clientId?: string): MsalClient | undefined;
  /** Resolves when every session so far is on disk. */
  flush(): Promise<void>;
}

export function createMsalClients(
  clouds: KnownClouds,
  create: (cloud: Cloud) => MsalClient,
): MsalClients {
  const clients = new Map<string, { readonly cloud: Cloud; readonly client: MsalClient }>();

  return {
    of(name, clientId) {
      const cloud = cloudNamed(clouds(), name);
      if (!cloud) return undefined;
      const key = `${name} ${clientId ?? cloud.clientId}`;
      const known = clients.get(key);
      if (known?.cloud.authority === cloud.authority && known.cloud.audience === cloud.audience) {
        return known.client;
      }
      // Its sessions go on with the next one, which reads what this one leaves: also what could not be written to disk.
      known?.client.flush().catch(() => undefined);
      const client = create({ ...cloud, clientId: clientId ?? cloud.clientId });
      clients.set(key, { cloud, client });
      return client;
    },
    async flush() {
      await Promise.all([...clients.values()].map(({ client }) => client.flush()));
    },
  };
}
