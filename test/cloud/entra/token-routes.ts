import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { readAuthority, tenantOf, type Authority } from './authority.ts';
import { readClaims } from './claims-request.ts';
import type { Entra } from './entra.ts';
import { correlationOf, originOf } from './exchange.ts';
import { redeemAuthorizationCode } from './grants/authorization-code.ts';
import { redeemClientCredentials } from './grants/client-credentials.ts';
import { redeemDeviceCode } from './grants/device-code.ts';
import { redeemRefreshToken } from './grants/refresh-token.ts';
import type { TokenRequest } from './grants/token-request.ts';
import type { TokenAnswer } from './mint.ts';
import { errorBody, isRefusal, refusalStatus, refuse, type Refusal } from './refusal.ts';
import { readScopes } from './scopes.ts';

type Redeem = (entra: Entra, request: TokenRequest) => Promise<TokenAnswer | Refusal>;

const grants: Readonly<Record<string, Redeem>> = {
  authorization_code: redeemAuthorizationCode,
  refresh_token: redeemRefreshToken,
  client_credentials: redeemClientCredentials,
  device_code: redeemDeviceCode,
  'urn:ietf:params:oauth:grant-type:device_code': redeemDeviceCode,
};

async function readForm(context: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await context.req.text());
}

function refuseAsJson(
  entra: Entra,
  context: Context,
  refusal: Refusal,
  correlationId: string,
): Response {
  const about = { clock: entra.world.clock, origin: originOf(context), correlationId };
  return context.json(errorBody(refusal, about), refusalStatus(refusal));
}

function readDeviceRequest(
  entra: Entra,
  segment: string,
  form: URLSearchParams,
): { readonly authority: Authority; readonly clientId: string; readonly scope: string } | Refusal {
  const authority = readAuthority(entra.world.directory, segment);
  if (isRefusal(authority)) return authority;
  const clientId = form.get('client_id') ?? '';
  const scope = form.get('scope') ?? '';
  if (clientId === '') return refuse(900144, { parameter: 'client_id' });
  if (scope === '') return refuse(900144, { parameter: 'scope' });
  if (!entra.world.directory.findClient(clientId)) {
    return refuse(700016, { client: clientId, tenant: tenantOf(authority).displayName });
  }
  const scopes = readScopes(scope, tenantOf(authority));
  if (isRefusal(scopes) && authority.kind === 'tenant') return scopes;
  if (!readClaims(form.get('claims') ?? undefined)) return refuse(9002313);
  return { authority, clientId, scope };
}

/** The public cloud has a short address of its own for people to type. */
function deviceCodePage(origin: string): string {
  return origin === 'https://login.microsoftonline.com'
    ? 'https://microsoft.com/devicelogin'
    : `${origin}/deviceauth`;
}

/** The endpoints that programs talk to: device code and token. */
export function tokenRoutes(entra: Entra): Hono {
  const app = new Hono();
  const { world } = entra;

  app.post('/:authority/oauth2/v2.0/devicecode', async (context) => {
    const form = await readForm(context);
    const correlationId = correlationOf(context, form);
    const request = readDeviceRequest(entra, context.req.param('authority'), form);
    if (isRefusal(request)) return refuseAsJson(entra, context, request, correlationId);
    const claims = form.get('claims') ?? undefined;
    const grant = entra.deviceCodes.issue({ ...request, claims });
    const page = deviceCodePage(originOf(context));
    return context.json({
      user_code: grant.userCode,
      device_code: grant.deviceCode,
      verification_uri: page,
      expires_in: world.settings.current().deviceCodeLifetime,
      interval: world.settings.current().deviceCodeInterval,
      message: `To sign in, use a web browser to open the page ${page} and enter the code ${grant.userCode} to authenticate.`,
    });
  });

  app.post('/:authority/oauth2/v2.0/token', async (context) => {
    const form = await readForm(context);
    const correlationId = correlationOf(context, form);
    context.header('Cache-Control', 'no-store, no-cache');
    context.header('Pragma', 'no-cache');
    context.header('client-request-id', correlationId);
    context.header('x-ms-request-id', randomUUID());

    const grant = form.get('grant_type');
    const redeem = grants[grant ?? ''];
    const authority = readAuthority(world.directory, context.req.param('authority'));
    const answer = isRefusal(authority)
      ? authority
      : grant === null
        ? refuse(900144, { parameter: 'grant_type' })
        : redeem
          ? await redeem(entra, { form, authority, origin: originOf(context) })
          : refuse(70003, { grant });
    if (isRefusal(answer)) return refuseAsJson(entra, context, answer, correlationId);
    return context.json(answer);
  });

  return app;
}
