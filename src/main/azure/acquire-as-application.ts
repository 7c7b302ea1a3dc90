import type { INetworkModule, NodeAuthOptions } from '@azure/msal-node';
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { Cloud } from '../../shared/cloud.ts';
import type { Result } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import type { TokenAsk } from '../core/ports/azure.ts';
import { applicationExplanations } from './aadsts-application.ts';
import type { CheckedToken } from './checked-token.ts';
import { checkedToken } from './checked-token.ts';
import { withExchanges } from './exchange.ts';
import { authOptions, systemOptions } from './msal-options.ts';
import { readTokenFile } from './read-token-file.ts';
import { Refusal } from './refusal.ts';
import type { Credential, ServicePrincipal } from './service-principal.ts';
import { translateError } from './translate-error.ts';

/** MSAL for one service principal; its tokens are cached in memory. */
export interface ApplicationClient {
  /** @param renew whether the cache must not answer */
  acquire(
    ask: Pick<TokenAsk, 'tenantId' | 'scopes' | 'claims'>,
    renew: boolean,
  ): Promise<Result<CheckedToken>>;
}

export function createApplicationClient(
  cloud: Cloud,
  network: INetworkModule,
  { clientId, tenantId, credential }: ServicePrincipal,
): ApplicationClient {
  const msal = new ConfidentialClientApplication({
    auth: { ...authOptions(cloud, tenantId), clientId, ...proof(credential) },
    system: systemOptions(network),
  });
  const explanations = applicationExplanations(credential.kind);

  const acquire: ApplicationClient['acquire'] = async (ask, renew) => {
    const result = await msal.acquireTokenByClientCredential({
      authority: `${cloud.authority}/${ask.tenantId}`,
      scopes: [...ask.scopes],
      skipCache: renew,
      ...(ask.claims === undefined ? {} : { claims: ask.claims }),
    });
    if (!result) throw new Error('the credential brought no token');
    return checkedToken(result, ask.tenantId);
  };

  return {
    acquire: (ask, renew) =>
      withExchanges(
        () => acquire(ask, renew),
        (error, last) =>
          fail(
            error instanceof Refusal ? error.problem : translateError(error, last, explanations),
          ),
      ),
  };
}

/** https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
function proof(credential: Credential): Partial<NodeAuthOptions> {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret };
    case 'certificate': {
      const { privateKey, thumbprint: thumbprintSha256, certificates, sendChain } = credential;
      return {
        clientCertificate: {
          privateKey,
          thumbprintSha256,
          ...(sendChain ? { x5c: certificates } : {}),
        },
      };
    }
    case 'federated-token':
      return { clientAssertion: credential.token };
    case 'federated-file':
      return { clientAssertion: () => readTokenFile(credential.path) };
  }
}
