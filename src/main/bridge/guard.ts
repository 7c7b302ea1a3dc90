import type { IncomingHttpHeaders } from 'node:http';

/** Bytes of the largest request. */
export const largestBody = 1_048_576;

export const commandRoute = '/v1/command';

/** The name that clients of the socket give the host: a page in a browser can't, whatever it connects to. */
export const hostName = 'azimuth';

/** The way by which requests reach us. */
export interface Door {
  /** Whether these can be the headers of a client of ours. */
  letsIn(headers: IncomingHttpHeaders): boolean;
  /** What a client wants to hear first, where it can't see by itself who listens. */
  readonly proof?: string;
}

/** Why a request is refused before its body is read. */
export interface RequestRefusal {
  readonly status: 403 | 404 | 405 | 411 | 413 | 415;
  readonly message: string;
}

/** Headers that only a web page's request has. */
const pageHeaders = ['origin', 'referer', 'sec-fetch-mode', 'sec-fetch-site', 'cookie'];

/**
 * Lets through what our client sends and nothing else. The folder of the socket, or the secret, keeps other users out; this
 * keeps out whatever may be talked into connecting, such as a browser or a proxy.
 */
export function refuseRequest(
  method: string | undefined,
  address: string | undefined,
  headers: IncomingHttpHeaders,
  door: Door,
): RequestRefusal | undefined {
  if (pageHeaders.some((name) => headers[name] !== undefined) || !door.letsIn(headers)) {
    return { status: 403, message: 'Only the azimuth command is answered here.' };
  }
  if (address !== commandRoute) return { status: 404, message: 'There is nothing here.' };
  if (method !== 'POST') return { status: 405, message: 'Only POST is answered here.' };
  if (headers['content-type'] !== 'application/octet-stream') {
    return { status: 415, message: 'A command is sent as application/octet-stream.' };
  }
  const length = headers['content-length'];
  if (length === undefined || headers['transfer-encoding'] !== undefined) {
    return { status: 411, message: 'A command has to say its length.' };
  }
  if (Number(length) > largestBody) {
    return { status: 413, message: 'The command line is too long: 1 MiB is the most.' };
  }
  return undefined;
}
