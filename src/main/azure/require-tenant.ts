import type { MsalClient } from './msal-client.ts';

/**
 * Rejects when there is no such tenant. MSAL would not notice: once it knows one tenant of a host it derives the others'
 * endpoints, and the person would see the refusal only in the browser, while we wait.
 */
export async function requireTenant(client: MsalClient, tenant: string): Promise<void> {
  const { authority } = client.cloud;
  const address = `${authority}/${tenant}/v2.0/.well-known/openid-configuration`;
  const { status } = await client.network.sendGetRequestAsync<object>(address);
  if (status !== 200) throw new Error(`the tenant's configuration answered ${status}`);
}
