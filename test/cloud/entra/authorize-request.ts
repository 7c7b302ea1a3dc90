import type { Directory } from '../directory/directory.ts';
import type { PublicClient } from '../directory/model.ts';
import { readAuthority, tenantOf, type Authority } from './authority.ts';
import { readClaims } from './claims-request.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { readScopes } from './scopes.ts';

export type ResponseMode = 'query' | 'form_post' | 'fragment';

/** An authorization request that may be answered to its redirect URI. */
export interface AuthorizeRequest {
  readonly authority: Authority;
  readonly client: PublicClient;
  readonly redirectUri: string;
  readonly responseMode: ResponseMode;
  readonly state: string | undefined;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly prompt: string | undefined;
  readonly loginHint: string | undefined;
  readonly domainHint: string | undefined;
  readonly claims: string | undefined;
  readonly wantsClientInfo: boolean;
}

/** `page`: nowhere to send the answer to, so it is shown. `redirect`: the client is told. */
export type AuthorizeRefusal =
  | { readonly kind: 'page'; readonly refusal: Refusal }
  | { readonly kind: 'redirect'; readonly refusal: Refusal; readonly request: AuthorizeRequest };

/**
 * Loopback redirect URIs are registered without a port and match with any.
 * https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions
 */
export function acceptsRedirectUri(client: PublicClient, redirectUri: string): boolean {
  return client.redirectUris.some((registered) => {
    if (registered === redirectUri) return true;
    if (!URL.canParse(registered) || !URL.canParse(redirectUri)) return false;
    const known = new URL(registered);
    const asked = new URL(redirectUri);
    const loopback = known.hostname === 'localhost' || known.hostname === '127.0.0.1';
    return (
      loopback &&
      known.protocol === asked.protocol &&
      known.hostname === asked.hostname &&
      known.pathname === asked.pathname &&
      asked.search === ''
    );
  });
}

function responseModeOf(text: string | null): ResponseMode | undefined {
  if (text === null || text === 'query') return 'query';
  return text === 'form_post' || text === 'fragment' ? text : undefined;
}

/** Reads and checks the query of `/authorize`. */
export function readAuthorizeRequest(
  directory: Directory,
  segment: string,
  query: URLSearchParams,
): AuthorizeRequest | AuthorizeRefusal {
  const page = (refusal: Refusal): AuthorizeRefusal => ({ kind: 'page', refusal });
  const optional = (name: string): string | undefined => query.get(name) ?? undefined;

  const authority = readAuthority(directory, segment);
  if (isRefusal(authority)) return page(authority);
  const clientId = query.get('client_id');
  if (!clientId) return page(refuse(900144, { parameter: 'client_id' }));
  const client = directory.findClient(clientId);
  if (!client) {
    return page(refuse(700016, { client: clientId, tenant: tenantOf(authority).displayName }));
  }
  const redirectUri = query.get('redirect_uri');
  if (redirectUri === null) return page(refuse(900144, { parameter: 'redirect_uri' }));
  if (!acceptsRedirectUri(client, redirectUri)) {
    return page(refuse(50011, { redirectUri, client: client.id }));
  }
  const responseMode = responseModeOf(query.get('response_mode'));
  const request: AuthorizeRequest = {
    authority,
    client,
    redirectUri,
    responseMode: responseMode ?? 'query',
    state: optional('state'),
    scope: query.get('scope') ?? '',
    nonce: optional('nonce'),
    codeChallenge: optional('code_challenge'),
    prompt: optional('prompt'),
    loginHint: optional('login_hint'),
    domainHint: optional('domain_hint'),
    claims: optional('claims'),
    wantsClientInfo: query.get('client_info') === '1',
  };
  const redirect = (refusal: Refusal): AuthorizeRefusal => ({ kind: 'redirect', refusal, request });
  if (!responseMode) return redirect(refuse(9002313));
  if (query.get('response_type') !== 'code') {
    return redirect(refuse(900144, { parameter: 'response_type' }));
  }
  const method = query.get('code_challenge_method');
  if (request.codeChallenge !== undefined && method !== 'S256') return redirect(refuse(9002313));
  if (request.scope === '') return redirect(refuse(900144, { parameter: 'scope' }));
  const scopes = readScopes(request.scope, tenantOf(authority));
  if (isRefusal(scopes) && authority.kind === 'tenant') return redirect(scopes);
  if (readClaims(request.claims) === undefined) return redirect(refuse(9002313));
  return request;
}
