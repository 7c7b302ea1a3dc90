import { findAudience, type Audience } from './audiences.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A client's wish, understood: one API and what of it, and the OpenID scopes beside. */
export interface ScopeRequest {
  readonly audience: Audience;
  /** The API as the client wrote it, a trailing slash included; this becomes `aud`. */
  readonly resource: string;
  /** `scp` of the token. */
  readonly permissions: readonly string[];
  /** `scope` of the answer. */
  readonly granted: readonly string[];
  readonly openId: readonly string[];
}

const openIdScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

/**
 * Splits `https://host//.default` into its resource (`https://host/`: the trailing slash stays) and
 * its permission. A bare name (`User.Read`) is one of Microsoft Graph.
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc#trailing-slash-and-default
 */
function splitScope(scope: string): { readonly resource: string; readonly permission: string } {
  const cut = scope.lastIndexOf('/');
  if (cut < 0) return { resource: 'https://graph.microsoft.com', permission: scope };
  return { resource: scope.slice(0, cut), permission: scope.slice(cut + 1) };
}

/** Reads a `scope` parameter. Several APIs at once, and APIs the tenant doesn't know, are refused. */
export function readScopes(
  scope: string,
  tenant: { readonly id: string; readonly displayName: string },
): ScopeRequest | Refusal {
  const wanted = scope.split(/\s+/).filter((each) => each !== '');
  const openId = wanted.filter((each) => openIdScopes.has(each));
  const parts = wanted.filter((each) => !openIdScopes.has(each)).map(splitScope);
  const resources = new Set(parts.map((part) => part.resource));
  if (resources.size > 1) return refuse(28000, { scope });
  const resource = parts[0]?.resource ?? '00000003-0000-0000-c000-000000000000';
  const audience = findAudience(resource, tenant.id);
  if (!audience) return refuse(500011, { resource, tenant: tenant.displayName });

  const everything = parts.length === 0 || parts.some((part) => part.permission === '.default');
  const unknown = parts.find(
    ({ permission }) =>
      permission !== '.default' &&
      !audience.scopes.some((known) => known.toLowerCase() === permission.toLowerCase()),
  );
  if (unknown && audience.displayName !== 'Microsoft Graph') {
    return refuse(65002, { scope: unknown.permission, resource });
  }
  const permissions = everything ? audience.scopes : parts.map((part) => part.permission);
  const names = parts.length === 0 ? permissions : permissions.map((each) => `${resource}/${each}`);
  return {
    audience,
    resource,
    permissions,
    granted: everything && parts.length > 0 ? [...names, `${resource}/.default`] : names,
    openId,
  };
}
