import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Application, ManagedIdentity, Tenant, User } from '../directory/model.ts';
import { identityProviderOf, isPersonal } from '../directory/personal-accounts.ts';
import type { SignIn, Subject, World } from '../world.ts';
import type { ScopeRequest } from './scopes.ts';

/** The client as tokens name it. */
export interface TokenClient {
  readonly id: string;
  readonly family?: '1' | undefined;
}

export interface UserTokenRequest {
  readonly signIn: SignIn;
  readonly tenant: Tenant;
  readonly client: TokenClient;
  readonly scopes: ScopeRequest;
  readonly capabilities: readonly string[];
  readonly nonce?: string | undefined;
  readonly wantsClientInfo: boolean;
  /** `https://host[:port]` that the client knows this cloud by. */
  readonly origin: string;
}

/** What a token endpoint answers with, as far as no grant adds to it. */
export interface TokenAnswer {
  readonly token_type: 'Bearer';
  readonly scope?: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly refresh_in?: number;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly client_info?: string;
  readonly foci?: '1';
}

const pairwise = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('|')).digest('base64url');

function lifetimeOf(world: World): number {
  return world.settings.current().tokenLifetime ?? randomInt(3600, 5400);
}

/** Entra ID suggests an early refresh only for tokens that live two hours or more. */
function expiryOf(
  lifetime: number,
): Pick<TokenAnswer, 'expires_in' | 'ext_expires_in' | 'refresh_in'> {
  return {
    expires_in: lifetime,
    ext_expires_in: lifetime,
    ...(lifetime >= 7200 ? { refresh_in: Math.floor(lifetime / 2) } : {}),
  };
}

async function signAccessToken(
  world: World,
  subject: Subject,
  lifetime: number,
  claims: Readonly<Record<string, unknown>>,
): Promise<string> {
  const now = world.clock.seconds();
  const uti = randomBytes(16).toString('base64url');
  world.subjects.set(uti, subject);
  // Like the real one, valid from five minutes ago: clocks of clients go wrong.
  const dates = { iat: now - 300, nbf: now - 300, exp: now + lifetime };
  const token = await world.signingKeys.sign({ ...claims, ...dates, uti, ver: '1.0' });
  return world.secrets.note(token);
}

function guestClaims(user: User, tenant: Tenant): Readonly<Record<string, unknown>> {
  if (tenant.id === user.homeTenant) return { upn: user.username, unique_name: user.username };
  const idp = identityProviderOf(user);
  const unique_name = isPersonal(user) ? `live.com#${user.username}` : user.username;
  return { idp, email: user.username, unique_name };
}

async function signIdToken(world: World, request: UserTokenRequest): Promise<string> {
  const { signIn, tenant, client } = request;
  const user = world.standing.asNamed(signIn.user);
  const now = world.clock.seconds();
  const guest = tenant.id !== user.homeTenant;
  const token = await world.signingKeys.sign({
    aud: client.id,
    iss: `${request.origin}/${tenant.id}/v2.0`,
    iat: now - 300,
    nbf: now - 300,
    exp: now + 3600,
    ...(guest ? { email: user.username, idp: identityProviderOf(user) } : {}),
    name: user.displayName,
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    oid: world.directory.objectIdOf(user, tenant.id),
    preferred_username: user.username,
    rh: `1.${pairwise('rh', user.id, client.id)}.`,
    sub: pairwise(user.id, tenant.id, client.id),
    tid: tenant.id,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
  });
  return world.secrets.note(token);
}

/** Access token and, by scope, id token of a person. The refresh token is the grant's matter. */
export async function mintForUser(world: World, request: UserTokenRequest): Promise<TokenAnswer> {
  const { signIn, tenant, client, scopes } = request;
  const user = world.standing.asNamed(signIn.user);
  const lifetime = lifetimeOf(world);
  const [givenName = user.displayName, ...rest] = user.displayName.split(' ');
  const accessToken = await signAccessToken(world, { kind: 'user', signIn }, lifetime, {
    aud: scopes.resource,
    iss: `https://sts.windows.net/${tenant.id}/`,
    acr: '1',
    acrs: signIn.methods.includes('mfa') ? ['p1', 'c1'] : ['p1'],
    amr: signIn.methods,
    appid: client.id,
    appidacr: '0',
    family_name: rest.join(' '),
    given_name: givenName,
    idtyp: 'user',
    ipaddr: '127.0.0.1',
    name: user.displayName,
    oid: world.directory.objectIdOf(user, tenant.id),
    puid: pairwise('puid', user.id, tenant.id).slice(0, 16).toUpperCase(),
    scp: scopes.permissions.join(' '),
    sub: pairwise(user.id, tenant.id, scopes.audience.appId),
    tid: tenant.id,
    ...guestClaims(user, tenant),
    ...(request.capabilities.length > 0 ? { xms_cc: request.capabilities } : {}),
    xms_tcdt: 1_500_000_000,
  });
  const clientInfo = JSON.stringify({ uid: user.id, utid: user.homeTenant });
  return {
    token_type: 'Bearer',
    scope: [...scopes.openId.filter((each) => each !== 'offline_access'), ...scopes.granted].join(
      ' ',
    ),
    ...expiryOf(lifetime),
    access_token: accessToken,
    ...(scopes.openId.includes('openid') ? { id_token: await signIdToken(world, request) } : {}),
    ...(request.wantsClientInfo
      ? { client_info: Buffer.from(clientInfo).toString('base64url') }
      : {}),
  };
}

/** Access token of an application in its own name. */
export function mintForApplication(
  world: World,
  application: Application,
  tenant: Tenant,
  scopes: ScopeRequest,
): Promise<TokenAnswer> {
  const appidacr = application.credential.kind === 'secret' ? '1' : '2';
  return mintInOwnName(world, application, tenant, scopes, { appidacr });
}

/** Access token of a managed identity; `xms_mirid` names its resource. */
export function mintForManagedIdentity(
  world: World,
  identity: ManagedIdentity,
  tenant: Tenant,
  scopes: ScopeRequest,
): Promise<TokenAnswer> {
  const xms_mirid = identity.resourceId.replace('/resourceGroups/', '/resourcegroups/');
  return mintInOwnName(world, identity, tenant, scopes, { appidacr: '2', xms_mirid });
}

async function mintInOwnName(
  world: World,
  application: Pick<Application, 'id' | 'objectId'>,
  tenant: Tenant,
  scopes: ScopeRequest,
  own: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  const lifetime = lifetimeOf(world);
  const accessToken = await signAccessToken(world, { kind: 'application', application }, lifetime, {
    aud: scopes.resource,
    iss: `https://sts.windows.net/${tenant.id}/`,
    appid: application.id,
    ...own,
    idp: `https://sts.windows.net/${tenant.id}/`,
    idtyp: 'app',
    oid: application.objectId,
    sub: application.objectId,
    tid: tenant.id,
    xms_tcdt: 1_500_000_000,
  });
  return { token_type: 'Bearer', ...expiryOf(lifetime), access_token: accessToken };
}
