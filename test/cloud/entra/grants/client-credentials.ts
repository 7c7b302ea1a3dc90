import { timingSafeEqual } from 'node:crypto';
import type { Application, Tenant } from '../../directory/model.ts';
import type { Entra } from '../entra.ts';
import { mintForApplication, type TokenAnswer } from '../mint.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { readScopes } from '../scopes.ts';
import { checkAssertion } from './client-assertion.ts';
import { requireParameter, type TokenRequest } from './token-request.ts';

function sameSecret(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function checkSecret(application: Application, secret: string): Refusal | undefined {
  const { credential } = application;
  if (credential.kind !== 'secret' || !sameSecret(credential.secret, secret)) {
    return refuse(7000215, { client: application.id });
  }
  return credential.expired ? refuse(7000222, { client: application.id }) : undefined;
}

/** HTTP Basic (`client_secret_basic`) is not offered: neither MSAL nor `az` uses it. */
async function checkCredential(
  entra: Entra,
  request: TokenRequest,
  application: Application,
  tenant: Tenant,
): Promise<Refusal | undefined> {
  const secret = request.form.get('client_secret');
  if (secret !== null) return checkSecret(application, secret);
  const assertion = request.form.get('client_assertion');
  if (assertion === null) return refuse(7000218);
  return checkAssertion(entra.world, application, tenant, assertion, request.origin);
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export async function redeemClientCredentials(
  entra: Entra,
  request: TokenRequest,
): Promise<TokenAnswer | Refusal> {
  const { authority } = request;
  if (authority.kind !== 'tenant') return refuse(50059);
  const { tenant } = authority;
  const id = requireParameter(request, 'client_id');
  if (isRefusal(id)) return id;
  const application = entra.world.directory.findApplication(id);
  if (!application || application.tenant !== tenant.id) {
    return refuse(700016, { client: id, tenant: tenant.displayName });
  }
  const refused = await checkCredential(entra, request, application, tenant);
  if (refused) return refused;
  const scope = requireParameter(request, 'scope');
  if (isRefusal(scope)) return scope;
  if (!scope.endsWith('/.default')) return refuse(70011, { scope });
  const scopes = readScopes(scope, tenant);
  if (isRefusal(scopes)) return scopes;
  return mintForApplication(entra.world, application, tenant, scopes);
}
