import type { AuthenticationResult } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { AccessToken } from '../core/ports/azure.ts';
import { secret } from '../core/secret.ts';

/** Milliseconds before a token's end at which it is renewed, unless Entra ID names a time (`refresh_in`). */
const ahead = 5 * 60_000;

export interface CheckedToken extends AccessToken {
  /** When a newer one should be had; epoch milliseconds. */
  readonly refreshAt: number;
}

/** A token as the core takes it, once it is sure that it is of the tenant that was asked. */
export function checkedToken(result: AuthenticationResult, tenantId: string): Result<CheckedToken> {
  const issuedBy = tenantOf(result.accessToken) ?? result.tenantId;
  if (isTenantId(tenantId) && issuedBy !== tenantId.toLowerCase()) {
    return fail({
      kind: 'unexpected',
      message: `Entra ID issued a token of another tenant (${issuedBy}). It was thrown away.`,
      remedy: { kind: 'retry' },
    });
  }
  const expiresAt = result.expiresOn?.getTime() ?? 0;
  return succeed({
    secret: secret(result.accessToken),
    tenantId: issuedBy,
    scopes: result.scopes,
    expiresAt,
    refreshAt: result.refreshOn?.getTime() ?? expiresAt - ahead,
  });
}

/** A tenant may also be named by a domain; no cached token matches that, so the answer comes from its own endpoint. */
function isTenantId(tenant: string): boolean {
  return /^[0-9a-f-]{36}$/i.test(tenant);
}

/** The `tid` of a token that is a JWT; some services' tokens are not. */
function tenantOf(token: string): string | undefined {
  try {
    const { tid } = decodeJwt(token);
    return typeof tid === 'string' ? tid : undefined;
  } catch {
    return undefined;
  }
}
