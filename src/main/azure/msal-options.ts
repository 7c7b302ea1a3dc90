import type { INetworkModule, NodeSystemOptions } from '@azure/msal-node';
import { LogLevel } from '@azure/msal-node';
import type { Cloud } from '../../shared/cloud.ts';

/** What every MSAL client of a cloud has in common. */
export const authOptions = (cloud: Cloud, tenant: string) => ({
  authority: `${cloud.authority}/${tenant}`,
  knownAuthorities: [new URL(cloud.authority).host],
  // CP1: we understand claims challenges, so tokens may be long-lived and revoked at once
  // (https://learn.microsoft.com/entra/identity-platform/claims-challenge).
  clientCapabilities: ['CP1'],
});

export const systemOptions = (network: INetworkModule): NodeSystemOptions => ({
  networkClient: network,
  loggerOptions: {
    logLevel: LogLevel.Error,
    piiLoggingEnabled: false,
    loggerCallback: () => {},
  },
});
