import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Grant } from '../../shared/grant.ts';
import type { EndpointService } from '../core/serve-sdks.ts';
import { messageOf, statusOf } from './endpoint-answer.ts';
import { refuseAtEndpoint } from './endpoint-guard.ts';
import type { EndpointCounters } from './endpoint-limits.ts';
import type { TokenQuery } from './endpoint-query.ts';
import { readTokenQuery } from './endpoint-query.ts';
import type { FindCaller } from './find-caller.ts';

export interface EndpointServerDeps {
  readonly service: EndpointService;
  readonly counters: EndpointCounters;
  readonly findCaller: FindCaller;
  /** The values of `Host` that mean us; known once the server listens. */
  readonly hosts: ReadonlySet<string>;
  readonly failed: (error: unknown) => void;
}

/**
 * The App Service managed-identity protocol, as SDKs speak it where `IDENTITY_ENDPOINT` and `IDENTITY_HEADER` are set:
 * `GET /msi/token?api-version=2019-08-01&resource=R` with `X-IDENTITY-HEADER`. One route, one method, no body, no CORS.
 */
export function createEndpointServer({
  service,
  counters,
  findCaller,
  hosts,
  failed,
}: EndpointServerDeps): Server {
  /** The grant of a request; a request without one is answered. */
  const admit = (request: IncomingMessage, response: ServerResponse): Grant | undefined => {
    const shown = request.headers['x-identity-header'];
    const identified = service.identify(typeof shown === 'string' ? shown : '');
    if (identified.kind === 'grant') return identified.grant;
    const wait = counters.wrongHeader();
    if (wait > 0) {
      tellToWait(response, wait, 'Too many requests came with a wrong X-IDENTITY-HEADER.');
    } else if (identified.kind === 'unknown') {
      const what = shown === undefined ? 'missing' : 'not known';
      refuse(response, 401, `The X-IDENTITY-HEADER is ${what}. ${howToGetOne}`);
    } else {
      refuse(
        response,
        401,
        `The grant '${identified.name}' ${howItEnded[identified.kind]}. ${howToGetOne}`,
      );
    }
    return undefined;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = refuseAtEndpoint(request, hosts);
    if (refused) {
      response.setHeader('Connection', 'close');
      if (refused.status === 405) response.setHeader('Allow', 'GET');
      return refuse(response, refused.status, refused.message);
    }
    const grant = admit(request, response);
    if (!grant) return undefined;
    const read = readTokenQuery(request.url ?? '');
    if (!read.ok) return refuse(response, 400, read.message);
    const { query } = read;
    const wait = counters.perGrant(grant.id, isForFresh(query));
    if (wait > 0) {
      const message = `The grant '${grant.name}' was used too often in a minute.`;
      return tellToWait(response, wait, message);
    }
    const minted = await service.issue(grant, {
      resource: query.resource,
      ...(query.clientId === undefined ? {} : { clientId: query.clientId }),
      isRefused: (token) => isRefused(query, token.reveal()),
      caller: findCaller(request.socket),
      isThere: () => request.socket.writable,
    });
    if (!minted.ok) {
      const { problem } = minted;
      return refuse(response, statusOf(problem), messageOf(problem, grant.tenantId));
    }
    return send(response, 200, {
      access_token: minted.value.token.secret.reveal(),
      // A string here: https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
      expires_on: String(Math.floor(minted.value.token.expiresAt / 1_000)),
      resource: query.resource,
      token_type: 'Bearer',
      client_id: service.clientIdOf(minted.value),
    });
  };

  const server = createServer(
    {
      maxHeaderSize: 8_192,
      headersTimeout: 3_000,
      requestTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 60_000,
    },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        failed(error);
        if (response.headersSent) response.destroy();
        else refuse(response, 500, 'Something went wrong inside Azimuth. The log has the details.');
      });
    },
  );
  server.maxHeadersCount = 50;
  server.maxConnections = 1_024;
  return server;
}

const howToGetOne =
  'Make a grant in Azimuth under SDK endpoint, or run the program with: azimuth run -- PROGRAM';

const howItEnded = {
  expired: 'is expired',
  revoked: 'is revoked',
  'signed-out': 'ended when its account was signed out',
} as const;

const isForFresh = ({ refusedHash, bypassCache }: TokenQuery): boolean =>
  bypassCache || refusedHash !== undefined;

/** Most programs refuse none; only for those that do is a hash worth its while. */
const isRefused = ({ refusedHash, bypassCache }: TokenQuery, token: string): boolean =>
  bypassCache || (refusedHash !== undefined && refusedHash === hashOf(token));

/** Lower-case hex, as MSAL writes it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

function tellToWait(response: ServerResponse, seconds: number, message: string): void {
  response.setHeader('Retry-After', seconds);
  refuse(response, 429, `${message} Try again in ${seconds} s.`);
}

function refuse(response: ServerResponse, statusCode: number, message: string): void {
  send(response, statusCode, { statusCode, message, correlationId: randomUUID() });
}

function send(response: ServerResponse, status: number, value: object): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}
