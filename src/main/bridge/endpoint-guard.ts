import type { IncomingMessage } from 'node:http';

/** The one route, named as App Service names it. */
export const endpointRoute = '/msi/token';

/** Why a request is refused before anybody asks whose it is. */
export interface EndpointRefusal {
  readonly status: 400 | 403 | 404 | 405;
  readonly message: string;
}

/** Headers that only a web page's request has. `Sec-Fetch-Mode` is not among them: Node's own fetch sends it. */
const pageHeaders = ['origin', 'referer', 'cookie', 'sec-fetch-site', 'sec-fetch-dest'];

/** Headers of a request that somebody passed on. */
const proxyHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>;

/**
 * Lets through what an SDK on this computer sends, and nothing else. A page in a browser can name our address, but not
 * without `Origin` or `Sec-Fetch-Site`; a name that an attacker's DNS points at us is not the `Host` that we answer to.
 *
 * @param hosts the values of `Host` that mean us
 */
export function refuseAtEndpoint(
  { method, url = '', headers, rawHeaders }: Asked,
  hosts: ReadonlySet<string>,
): EndpointRefusal | undefined {
  // Of two that say different things, Node would show us the first.
  const isNamedOnce = rawHeaders.filter(isHost).length === 1;
  if (!isNamedOnce || !hosts.has(headers.host?.toLowerCase() ?? '')) {
    return {
      status: 403,
      message: 'This is not the address or the name under which Azimuth answers here.',
    };
  }
  if (pageHeaders.some((name) => headers[name] !== undefined)) {
    return { status: 403, message: 'Web pages are not answered.' };
  }
  if (proxyHeaders.some((name) => headers[name] !== undefined)) {
    return {
      status: 403,
      message: 'This request came through a proxy. Add 127.0.0.1 to NO_PROXY and ask directly.',
    };
  }
  if (!isRoute(url)) return { status: 404, message: `There is nothing but ${endpointRoute} here.` };
  if (method !== 'GET') return { status: 405, message: 'Only GET is answered here.' };
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = headers;
  if (length !== '0' || encoding !== undefined) {
    return { status: 400, message: 'A request for a token has no body.' };
  }
  return undefined;
}

/** Names and values stand by turns. */
const isHost = (text: string, index: number): boolean =>
  index % 2 === 0 && text.length === 4 && text.toLowerCase() === 'host';

/** SDKs write it with and without a slash at its end, in capital letters or small ones. */
function isRoute(url: string): boolean {
  const end = url.indexOf('?');
  const path = (end < 0 ? url : url.slice(0, end)).toLowerCase();
  return path === endpointRoute || path === `${endpointRoute}/`;
}
