import type { Context } from 'hono';
import { errors, jwtVerify, type JWTPayload } from 'jose';
import type { Tenant } from '../directory/model.ts';
import { audiences } from '../entra/audiences.ts';
import type { Subject, World } from '../world.ts';
import { armError } from './arm-error.ts';

/** Who calls, in which tenant. */
export interface Caller {
  readonly subject: Subject;
  readonly tenant: Tenant;
}

const { identifiers, appId } = audiences.resourceManager;
const acceptedAudiences = new Set<unknown>([
  appId,
  ...identifiers.flatMap((identifier) => [identifier, `${identifier}/`]),
]);

/** `authorizationUri` is where a client can get a token of the right kind. */
function challenge(authorizationUri: string, error: string, description: string): string {
  return `Bearer authorization_uri="${authorizationUri}", error="${error}", error_description="${description}"`;
}

/**
 * The Continuous Access Evaluation challenge: a newer sign-in is wanted.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
function claimsChallenge(authorizationUri: string, claims: string): string {
  const encoded = Buffer.from(claims).toString('base64');
  return (
    `Bearer realm="", authorization_uri="${authorizationUri}/oauth2/authorize", ` +
    `error="insufficient_claims", claims="${encoded}"`
  );
}

/** Looks at the access token of a request; the answer is the caller, or a finished 401. */
export async function readCaller(
  world: World,
  context: Context,
  authority: string,
): Promise<Caller | Response> {
  const anywhere = `${authority}/common`;
  const deny = (code: string, message: string): Response =>
    armError(context, 401, code, message, {
      'WWW-Authenticate': challenge(anywhere, 'invalid_token', message),
    });

  const header = context.req.header('authorization');
  if (header === undefined) {
    return deny(
      'AuthenticationFailed',
      "Authentication failed. The 'Authorization' header is missing.",
    );
  }
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  if (token === undefined) {
    return deny(
      'AuthenticationFailedInvalidHeader',
      "Authentication failed. The 'Authorization' header is provided in an invalid format.",
    );
  }
  const claims = await verify(world, token);
  if (typeof claims === 'string') return deny(claims, messageOf(claims, world));
  if (!acceptedAudiences.has(claims.aud)) {
    const allowed = [...acceptedAudiences].map((each) => `'${String(each)}'`).join(',');
    return deny(
      'InvalidAuthenticationTokenAudience',
      `The access token has been obtained for wrong audience or resource '${String(claims.aud)}'. It should exactly match with one of the allowed audiences ${allowed}.`,
    );
  }
  const tenant = world.directory.findTenant(String(claims['tid']));
  const subject = world.subjects.get(String(claims['uti']));
  if (!tenant || !subject || claims.iss !== `https://sts.windows.net/${tenant.id}/`) {
    return deny('InvalidAuthenticationToken', 'The access token is from the wrong issuer.');
  }
  if (subject.kind === 'user' && needsNewSignIn(world, subject)) {
    const after = String(world.clock.seconds());
    const wanted = JSON.stringify({ access_token: { nbf: { essential: true, value: after } } });
    return armError(
      context,
      401,
      'TokenCreatedWithOutdatedPolicies',
      'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenCreatedWithOutdatedPolicies.',
      { 'WWW-Authenticate': claimsChallenge(`${authority}/${tenant.id}`, wanted) },
    );
  }
  return { subject, tenant };
}

function needsNewSignIn(world: World, { signIn }: Extract<Subject, { kind: 'user' }>): boolean {
  const { standing } = world;
  const { id } = signIn.user;
  return (
    standing.isChallengedForever(id) || standing.epochOf(id).challenges > signIn.epoch.challenges
  );
}

type TokenFault = 'ExpiredAuthenticationToken' | 'InvalidAuthenticationToken';

function messageOf(fault: TokenFault, world: World): string {
  return fault === 'ExpiredAuthenticationToken'
    ? `The access token expiry UTC time is earlier than current UTC time '${new Date(world.clock.now()).toUTCString()}'.`
    : 'The access token is invalid.';
}

/** Signature, `exp` and `nbf`, by this cloud’s clock. */
async function verify(world: World, token: string): Promise<JWTPayload | TokenFault> {
  try {
    const { payload } = await jwtVerify(token, world.signingKeys.publicKey, {
      algorithms: ['RS256'],
      currentDate: new Date(world.clock.now()),
      requiredClaims: ['exp', 'nbf', 'aud', 'iss'],
    });
    return payload;
  } catch (error) {
    return error instanceof errors.JWTExpired
      ? 'ExpiredAuthenticationToken'
      : 'InvalidAuthenticationToken';
  }
}
