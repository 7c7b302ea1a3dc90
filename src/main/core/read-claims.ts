import { decodeJwt } from 'jose';
import type { Minted } from './mint-token.ts';

/**
 * The payload of an access token, decoded and not verified: it is shown, never trusted. Some services' tokens are
 * encrypted or opaque (https://learn.microsoft.com/entra/identity-platform/access-tokens); those have no claims to show.
 */
export function readClaims({ token }: Minted): Readonly<Record<string, unknown>> {
  try {
    return decodeJwt(token.secret.reveal());
  } catch {
    return {};
  }
}
