import { identifierOf } from '../directory/identifier.ts';
import type { Tenant } from '../directory/model.ts';
import type { SignIn, World } from '../world.ts';
import type { ClaimsRequest } from './claims-request.ts';
import { errorTimestamp, refuse, type Refusal } from './refusal.ts';

/** The challenge that goes with refusals of Conditional Access: the policies to be satisfied, as JSON text. */
function policyChallenge(tenant: Tenant): string {
  const policy = identifierOf(`conditional access ${tenant.id}`);
  return JSON.stringify({ access_token: { capolids: { essential: true, values: [policy] } } });
}

/** Whether this sign-in is good enough for a token of this tenant's; a refusal says what is missing. */
export function judge(
  world: World,
  signIn: SignIn,
  tenant: Tenant,
  claims: ClaimsRequest,
  audienceId: string,
): Refusal | undefined {
  const { standing, clock } = world;
  const { user } = signIn;
  if (user.disabled) return refuse(50057);
  const epoch = standing.epochOf(user.id);
  const stale =
    epoch.revocations > signIn.epoch.revocations ||
    (claims.signInAfter !== undefined && epoch.challenges > signIn.epoch.challenges);
  if (stale) {
    const issued = new Date(signIn.at).toISOString();
    const validFrom = new Date(standing.revokedAt(user.id) ?? clock.now()).toISOString();
    return refuse(50173, { issued, validFrom, now: errorTimestamp(clock) });
  }
  const seconds = standing.frequencyOf(tenant.id);
  if (seconds !== undefined && clock.now() - signIn.at > seconds * 1_000) {
    const issued = new Date(signIn.at).toISOString().replace('Z', '0000Z');
    return refuse(70043, { issued, lifetime: String(seconds) });
  }
  const policy = standing.policyOf(tenant);
  if (policy === 'blocked') return refuse(53003, {}, policyChallenge(tenant));
  if (policy === 'requires-compliant-device')
    return refuse(53000, { state: 'unregistered' }, policyChallenge(tenant));
  if (policy === 'requires-managed-device') return refuse(530003, {}, policyChallenge(tenant));
  if (policy === 'requires-fresh-sign-in' && signIn.at < standing.policySetAt(tenant)) {
    return refuse(70043, { issued: new Date(signIn.at).toISOString(), lifetime: '3600' });
  }
  if (policy === 'never-satisfied') {
    return refuse(50076, { resource: audienceId }, policyChallenge(tenant));
  }
  const wantsMore = policy === 'requires-multi-factor' || claims.stepUp;
  if (wantsMore && !signIn.methods.includes('mfa')) {
    return refuse(50076, { resource: audienceId }, policyChallenge(tenant));
  }
  return undefined;
}
