import type { Entra } from '../entra.ts';
import type { TokenAnswer } from '../mint.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { requireClient, type TokenRequest } from './token-request.ts';
import { grantUserTokens } from './user-tokens.ts';

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code#authenticating-the-user */
export async function redeemDeviceCode(
  entra: Entra,
  request: TokenRequest,
): Promise<TokenAnswer | Refusal> {
  const client = requireClient(entra, request);
  if (isRefusal(client)) return client;
  // msal-python still says `code`, the name of an early draft, besides `device_code`.
  const code = request.form.get('device_code') ?? request.form.get('code') ?? '';
  const polled = entra.deviceCodes.poll(code, client.id);
  if (isRefusal(polled)) return polled;
  const { grant, signIn, tenant } = polled;
  return grantUserTokens(entra, request, {
    signIn,
    tenant,
    client,
    scope: request.form.get('scope') ?? grant.scope,
    claims: request.form.get('claims') ?? grant.claims,
  });
}
