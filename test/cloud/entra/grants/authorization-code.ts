import type { Entra } from '../entra.ts';
import type { TokenAnswer } from '../mint.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { requireClient, requireParameter, type TokenRequest } from './token-request.ts';
import { grantUserTokens } from './user-tokens.ts';

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redeem-a-code-for-an-access-token */
export async function redeemAuthorizationCode(
  entra: Entra,
  request: TokenRequest,
): Promise<TokenAnswer | Refusal> {
  const client = requireClient(entra, request);
  if (isRefusal(client)) return client;
  const code = requireParameter(request, 'code');
  if (isRefusal(code)) return code;
  const redirectUri = requireParameter(request, 'redirect_uri');
  if (isRefusal(redirectUri)) return redirectUri;
  const codeVerifier = request.form.get('code_verifier') || undefined;
  const grant = entra.authorizationCodes.redeem(code, {
    clientId: client.id,
    redirectUri,
    codeVerifier,
  });
  if (isRefusal(grant)) return grant;
  return grantUserTokens(entra, request, {
    signIn: grant.signIn,
    tenant: grant.tenant,
    client,
    scope: request.form.get('scope') ?? grant.scope,
    nonce: grant.nonce,
    claims: request.form.get('claims') ?? undefined,
    capabilities: grant.capabilities,
  });
}
