import { ManagedIdentityApplication } from '@azure/msal-node';
import type { ManagedIdentitySource } from '../../shared/managed-identity.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { askMachine } from './machine-network.ts';
import { networkFailure } from './network-failure.ts';

/** What MSAL calls its sources. */
const sources: Readonly<Record<string, ManagedIdentitySource>> = {
  DefaultToImds: 'imds',
  Imds: 'imds',
  AppService: 'app-service',
  AzureArc: 'azure-arc',
  CloudShell: 'cloud-shell',
  MachineLearning: 'machine-learning',
  ServiceFabric: 'service-fabric',
};

/** Milliseconds in which a virtual machine of Azure answers itself; elsewhere nobody does. */
const probeTime = 1_500;

export const noManagedIdentity: Problem = {
  kind: 'no-managed-identity',
  message:
    'This computer has no managed identity: it is no virtual machine or app of Azure, and Azure Arc is not installed on it.',
  remedy: { kind: 'retry' },
};

/**
 * What hands out tokens of this machine's own identity: what the environment names, as MSAL reads it, or the metadata
 * service of a virtual machine, which is asked whether it is there.
 */
export async function findManagedIdentity(): Promise<
  Result<{ readonly source: ManagedIdentitySource }>
> {
  const source = sources[new ManagedIdentityApplication().getManagedIdentitySource()] ?? 'imds';
  if (source !== 'imds') return succeed({ source });
  const address = `${metadataService()}/metadata/identity/oauth2/token`;
  try {
    // Without the header `Metadata` no token comes back, only word that somebody is there.
    const { status } = await askMachine('GET', address, {}, { timeout: probeTime });
    // A container whose engine routes the address nowhere gets such an answer from its proxy.
    if (status < 500 && status !== 403) return succeed({ source });
    return fail({ ...noManagedIdentity, detail: `${address}: status ${status}` });
  } catch (error) {
    const detail = `${address}: ${networkFailure(error, address).reason}`;
    return fail({ ...noManagedIdentity, detail });
  }
}

/** https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service; the variable is MSAL's. */
function metadataService(): string {
  const named = process.env['AZURE_POD_IDENTITY_AUTHORITY_HOST'];
  return named !== undefined && URL.canParse(named) ? named : 'http://169.254.169.254';
}
