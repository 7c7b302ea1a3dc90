import { STATUS_CODES } from 'node:http';
import type { CdpSession, Protocol } from './cdp-pipe.ts';
import { toAppAddress, toPageAddress } from './app-address.ts';
import { answerAppRequest } from './protocol.ts';
import { askBeforeRequest, askHeadersReceived, watchesHeaders } from './web-request.ts';
import type { RequestDetails } from './web-request.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

const resourceTypes = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
} as const satisfies Partial<Record<Paused['resourceType'], RequestDetails['resourceType']>>;

export interface NavigationRequest {
  readonly frameId: string;
  /** As the app sees it. */
  readonly url: string;
  readonly redirected: boolean;
}

let lastRequest = 0;

/**
 * Answers every request of a page: `app:` from the app's own handler, with its own status and
 * headers; the rest goes to the network as it is, once the session's listeners have seen it.
 */
export async function routeRequests(
  session: CdpSession,
  mainFrameId: string,
  mayNavigate: (request: NavigationRequest) => boolean,
): Promise<void> {
  function typeOf(paused: Paused): RequestDetails['resourceType'] {
    const known = new Map<string, RequestDetails['resourceType']>(Object.entries(resourceTypes));
    if (paused.resourceType === 'Document' && paused.frameId !== mainFrameId) return 'subFrame';
    return known.get(paused.resourceType) ?? 'other';
  }

  async function handle(paused: Paused): Promise<void> {
    const { requestId, request, frameId } = paused;
    const url = toAppAddress(request.url + (request.urlFragment ?? ''));
    lastRequest += 1;
    const details = {
      id: lastRequest,
      url,
      method: request.method,
      resourceType: typeOf(paused),
      referrer: toAppAddress(request.headers['Referer'] ?? ''),
      timestamp: Date.now(),
    };
    if (paused.responseStatusCode !== undefined) return handleResponse(paused, details);

    const refused =
      paused.resourceType === 'Document' &&
      !mayNavigate({ frameId, url, redirected: paused.redirectedRequestId !== undefined });
    const answer = refused ? {} : await askBeforeRequest({ ...details, uploadData: [] });
    if (refused || answer.cancel) {
      // 'Aborted' leaves the document that is there where it is, as a prevented navigation does.
      const errorReason = refused ? 'Aborted' : 'BlockedByClient';
      await session.send('Fetch.failRequest', { requestId, errorReason });
      return;
    }
    if (answer.redirectURL !== undefined) {
      await fulfil(requestId, Response.redirect(toPageAddress(answer.redirectURL), 307));
    } else if (url.startsWith('app:')) {
      await answerForApp(paused, details);
    } else {
      const interceptResponse = watchesHeaders();
      await session.send('Fetch.continueRequest', { requestId, interceptResponse });
    }
  }

  async function answerForApp(paused: Paused, details: Omit<RequestDetails, 'uploadData'>) {
    const { method, headers } = paused.request;
    const body = await requestBody(paused);
    const response = await answerAppRequest(
      new Request(details.url, { method, headers, ...(body && { body }) }),
    );
    const responseHeaders = Object.fromEntries(
      [...response.headers].map(([name, value]) => [name, [value]]),
    );
    const changed = await askHeadersReceived({
      ...details,
      statusCode: response.status,
      statusLine: `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`,
      responseHeaders,
    });
    if (changed.cancel) {
      const { requestId } = paused;
      await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    await fulfil(paused.requestId, response, changed.responseHeaders);
  }

  async function handleResponse(paused: Paused, details: Omit<RequestDetails, 'uploadData'>) {
    const { requestId, responseStatusCode = 200, responseHeaders = [] } = paused;
    const grouped: Record<string, string[]> = {};
    for (const { name, value } of responseHeaders) (grouped[name] ??= []).push(value);
    const changed = await askHeadersReceived({
      ...details,
      statusCode: responseStatusCode,
      statusLine: `HTTP/1.1 ${responseStatusCode} ${paused.responseStatusText ?? ''}`,
      responseHeaders: grouped,
    });
    if (changed.cancel) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    await session.send('Fetch.continueResponse', {
      requestId,
      responseCode: responseStatusCode,
      responseHeaders: headerList(changed.responseHeaders ?? grouped),
    });
  }

  async function requestBody(paused: Paused): Promise<string | undefined> {
    if (!paused.request.hasPostData || paused.networkId === undefined) return undefined;
    if (paused.request.postData !== undefined) return paused.request.postData;
    const { networkId } = paused;
    return (await session.send('Network.getRequestPostData', { requestId: networkId })).postData;
  }

  async function fulfil(
    requestId: string,
    response: Response,
    headers?: Readonly<Record<string, string | string[]>>,
  ): Promise<void> {
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: headerList(headers ?? Object.fromEntries(response.headers)),
      body,
    });
  }

  session.on('Fetch.requestPaused', (paused) => {
    // The page may be gone before its request is answered; then there is nobody to answer.
    handle(paused).catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

function headerList(headers: Readonly<Record<string, string | string[]>>) {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value })),
  );
}
