import type { Tenant, User } from '../directory/model.ts';
import { signInNow, type SignIn, type World } from '../world.ts';
import { tenantFor, tenantOf } from './authority.ts';
import { readClaims } from './claims-request.ts';
import { judge } from './conditional-access.ts';
import type { Journey } from './journey.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { readScopes } from './scopes.ts';

/** Where a person stands on the way through the sign-in pages. */
export type Step =
  | { readonly kind: 'pick-account' }
  | { readonly kind: 'stopped'; readonly refusal: Refusal }
  | { readonly kind: 'multi-factor'; readonly user: User; readonly tenant: Tenant }
  | { readonly kind: 'consent'; readonly user: User; readonly tenant: Tenant }
  | { readonly kind: 'confirm-device'; readonly user: User }
  | { readonly kind: 'finished'; readonly signIn: SignIn; readonly tenant: Tenant };

function mustConsent({ standing }: World, journey: Journey, user: User, tenant: Tenant): boolean {
  const { purpose, client, consented } = journey;
  const asked = purpose.kind === 'authorize' && purpose.request.prompt === 'consent';
  return standing.lacksConsent(client.id, tenant, user.id) || (asked && !consented);
}

/** Decides the next page from what is known; changes nothing. */
export function nextStep(world: World, journey: Journey): Step {
  const { user } = journey;
  if (!user) return { kind: 'pick-account' };
  const tenant = tenantFor(world.directory, journey.authority, user, journey.client);
  if (isRefusal(tenant)) return { kind: 'stopped', refusal: tenant };
  const scopes = readScopes(journey.scope, tenant);
  if (isRefusal(scopes)) return { kind: 'stopped', refusal: scopes };
  const claims = readClaims(journey.claims);
  if (!claims) return { kind: 'stopped', refusal: refuse(9002313) };

  const signIn = journey.session
    ? {
        ...journey.session,
        methods: [...new Set([...journey.session.methods, ...journey.methods])],
      }
    : signInNow(world, user, ['pwd', ...journey.methods]);
  const verdict = judge(world, signIn, tenant, claims, scopes.audience.appId);
  // A session that is too old for the tenant is proved anew, here without a password.
  if (verdict?.code === 70043) {
    const { session: _session, ...fresh } = journey;
    return nextStep(world, fresh);
  }
  const isStrong = signIn.methods.includes('mfa');
  if (verdict?.code === 50076 && !isStrong) return { kind: 'multi-factor', user, tenant };
  // Who has given the second factor gets through the pages; the token endpoint has the last word.
  if (verdict && verdict.code !== 50076) return { kind: 'stopped', refusal: verdict };
  if (mustConsent(world, journey, user, tenant)) return { kind: 'consent', user, tenant };
  if (journey.purpose.kind === 'device' && !journey.confirmed) {
    return { kind: 'confirm-device', user };
  }
  return { kind: 'finished', signIn, tenant };
}

/** The accounts to offer: all of the directory, or those that the client's hints leave. */
export function offeredUsers(world: World, journey: Journey): readonly User[] {
  const all = world.directory.allUsers;
  if (tenantOf(journey.authority).id === 'consumers') return [];
  if (journey.purpose.kind === 'device') return all;
  const { loginHint, domainHint } = journey.purpose.request;
  const hinted = loginHint === undefined ? undefined : world.directory.findUser(loginHint);
  if (hinted) return [hinted];
  const domain = domainHint?.toLowerCase();
  const ofDomain = all.filter((user) => user.username.endsWith(`@${domain}`));
  return ofDomain.length > 0 ? ofDomain : all;
}
