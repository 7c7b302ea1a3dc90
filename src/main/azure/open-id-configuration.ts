import type { INetworkModule } from '@azure/msal-node';

/**
 * A tenant's OpenID configuration (https://openid.net/specs/openid-connect-discovery-1_0.html). Rejects when there is no
 * such tenant, which MSAL would not notice: once it knows one tenant of a host it derives the others' endpoints, and the
 * person would see the refusal only in the browser, while we wait.
 *
 * @param tenant a tenant id, a domain, or `organizations`
 */
export async function readOpenIdConfiguration(
  network: INetworkModule,
  authority: string,
  tenant: string,
): Promise<object> {
  const address = `${authority}/${tenant}/v2.0/.well-known/openid-configuration`;
  const { status, body } = await network.sendGetRequestAsync<object>(address);
  if (status !== 200) throw new Error(`the tenant's configuration answered ${status}`);
  return body;
}
