import type { PublicClient, Tenant } from '../../directory/model.ts';
import type { SignIn } from '../../world.ts';
import { readClaims } from '../claims-request.ts';
import { judge } from '../conditional-access.ts';
import type { Entra } from '../entra.ts';
import { mintForUser, type TokenAnswer } from '../mint.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { readScopes } from '../scopes.ts';
import type { TokenRequest } from './token-request.ts';

export interface ProvenGrant {
  readonly signIn: SignIn;
  readonly tenant: Tenant;
  readonly client: PublicClient;
  readonly scope: string;
  readonly nonce?: string | undefined;
  readonly claims: string | undefined;
  readonly capabilities?: readonly string[];
}

/** The last stretch of every grant of a person's: policies, then tokens, with a refresh token if asked. */
export async function grantUserTokens(
  entra: Entra,
  request: TokenRequest,
  grant: ProvenGrant,
): Promise<TokenAnswer | Refusal> {
  const { world } = entra;
  const { signIn, tenant, client } = grant;
  const scopes = readScopes(grant.scope, tenant);
  if (isRefusal(scopes)) return scopes;
  const claims = readClaims(grant.claims);
  if (!claims) return refuse(9002313);
  const verdict = judge(world, signIn, tenant, claims, scopes.audience.appId);
  if (verdict) return verdict;
  if (world.standing.lacksConsent(client.id, tenant, signIn.user.id)) {
    return refuse(65001, { client: client.id, clientName: client.displayName });
  }
  const answer = await mintForUser(world, {
    signIn,
    tenant,
    client,
    scopes,
    capabilities: [...new Set([...claims.capabilities, ...(grant.capabilities ?? [])])],
    nonce: grant.nonce,
    wantsClientInfo: request.form.get('client_info') === '1',
    origin: request.origin,
  });
  if (!scopes.openId.includes('offline_access')) return answer;
  return {
    ...answer,
    refresh_token: entra.refreshTokens.issue(signIn, client),
    ...(client.family === undefined ? {} : { foci: client.family }),
  };
}
