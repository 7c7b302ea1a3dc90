import { tenantFor } from '../authority.ts';
import type { Entra } from '../entra.ts';
import type { TokenAnswer } from '../mint.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { requireClient, requireParameter, type TokenRequest } from './token-request.ts';
import { grantUserTokens } from './user-tokens.ts';

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#refresh-the-access-token */
export async function redeemRefreshToken(
  entra: Entra,
  request: TokenRequest,
): Promise<TokenAnswer | Refusal> {
  const client = requireClient(entra, request);
  if (isRefusal(client)) return client;
  const token = requireParameter(request, 'refresh_token');
  if (isRefusal(token)) return token;
  const signIn = entra.refreshTokens.redeem(token, client);
  if (isRefusal(signIn)) return signIn;
  const tenant = tenantFor(entra.world.directory, request.authority, signIn.user, client);
  if (isRefusal(tenant)) return tenant;
  return grantUserTokens(entra, request, {
    signIn,
    tenant,
    client,
    scope: request.form.get('scope') ?? '',
    claims: request.form.get('claims') ?? undefined,
  });
}
