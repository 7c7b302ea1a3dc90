/** A token that a program asks for. */
export interface TokenQuery {
  readonly resource: string;
  readonly clientId: string | undefined;
  /** SHA-256, in lower-case hex, of the token that the program must not be given again. */
  readonly refusedHash: string | undefined;
  readonly bypassCache: boolean;
}

export type ReadQuery =
  | { readonly ok: true; readonly query: TokenQuery }
  | { readonly ok: false; readonly message: string };

const apiVersion = '2019-08-01';

const identities = ['client_id', 'object_id', 'mi_res_id'];

const single = [
  'api-version',
  'resource',
  ...identities,
  'token_sha256_to_refresh',
  'bypass_cache',
];

/**
 * The query of the App Service protocol
 * (https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference), with what MSAL adds to
 * it after a refused token. Parameters that it does not know are passed over, as there.
 */
export function readTokenQuery(url: string): ReadQuery {
  const start = url.indexOf('?');
  const parameters = new URLSearchParams(start < 0 ? '' : url.slice(start));
  const twice = single.find((name) => parameters.getAll(name).length > 1);
  if (twice !== undefined) return refuse(`The parameter '${twice}' is there twice.`);
  if (parameters.get('api-version') !== apiVersion) {
    return refuse(`The parameter 'api-version' has to be ${apiVersion}.`);
  }
  // Several slashes at the end come from an SDK that put scope and resource together.
  const resource = (parameters.get('resource') ?? '').replace(/\/{2,}$/, '/');
  if (resource === '') return refuse("The parameter 'resource' is missing.");
  if (resource.length > 2_000 || !/^[\x21-\x7e]+$/.test(resource)) {
    return refuse("The parameter 'resource' can't be an address or an application id.");
  }
  if (identities.filter((name) => parameters.has(name)).length > 1) {
    return refuse(`Only one of ${identities.join(', ')} can be asked for.`);
  }
  const refusedHash = parameters.get('token_sha256_to_refresh')?.toLowerCase();
  if (refusedHash !== undefined && !/^[0-9a-f]{64}$/.test(refusedHash)) {
    return refuse("The parameter 'token_sha256_to_refresh' is no SHA-256 in hex.");
  }
  return {
    ok: true,
    query: {
      resource,
      clientId: parameters.get('client_id') ?? undefined,
      refusedHash,
      bypassCache: parameters.get('bypass_cache')?.toLowerCase() === 'true',
    },
  };
}

const refuse = (message: string): ReadQuery => ({ ok: false, message });
