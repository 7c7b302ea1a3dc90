import type {
  Application,
  FederatedCredential,
  Subscription,
  Tenant,
  TenantPolicy,
  User,
} from './directory/model.ts';
import type { Entra } from './entra/entra.ts';
import { tenantFor } from './entra/authority.ts';
import { isRefusal } from './entra/refusal.ts';
import type { SubscriptionChange } from './standing.ts';
import { signInNow } from './world.ts';

/** What an administrator, a person elsewhere or time itself can do to the cloud. */
export interface Controls {
  /** Renames a subscription, changes its state, or removes it. */
  changeSubscription(subscription: Subscription, change: SubscriptionChange): void;
  /** Somebody goes by another name from now on; they stay the same person. */
  renameUser(user: User, names: Partial<Pick<User, 'username' | 'displayName'>>): void;
  /** Opens a tenant, makes it want more of those who sign in, or blocks it. */
  setTenantPolicy(tenant: Tenant, policy: TenantPolicy): void;
  /** How many seconds a sign-in may be old in a tenant (AADSTS70043); none means as old as it likes. */
  setSignInFrequency(tenant: Tenant, seconds: number | undefined): void;
  /** Ends all refresh tokens and browser sessions of a user (AADSTS50173). */
  revokeRefreshTokens(user: User): void;
  /** ARM answers the user with a claims challenge until there is a new sign-in, or even then. */
  requireClaims(user: User, forever?: boolean): void;
  /** In one tenant or in all the consent page comes up, and can be refused; without consent, AADSTS65001. */
  requireConsent(clientId: string, tenant?: Tenant): void;
  /**
   * Settles a device code without a browser. The sign-in is good for the tenant of the code: with
   * multi-factor authentication where it is wanted. Throws when the user has no place there.
   */
  approveDeviceCode(userCode: string, user: User): void;
  declineDeviceCode(userCode: string): void;
  /** Every device code so far is expired from now on. */
  expireDeviceCodes(): void;
  /** Moves the cloud's clock against this machine's: positive is ahead. */
  setClockOffset(milliseconds: number): void;
  setLatency(milliseconds: number): void;
  /** Seconds; `undefined` is Entra ID's own way. */
  setTokenLifetime(seconds: number | undefined): void;
  /** An assertion of the identity provider that the application trusts, for `client_assertion`. */
  federatedToken(application: Application<FederatedCredential>): Promise<string>;
}

export function createControls(entra: Entra): Controls {
  const { world, deviceCodes } = entra;
  const { standing, settings, clock, directory } = world;
  return {
    changeSubscription: ({ id }, change) => standing.changeSubscription(id, change),
    renameUser: (user, names) => standing.rename(user.id, names),
    setTenantPolicy: (tenant, policy) => standing.setPolicy(tenant.id, policy, clock.now()),
    setSignInFrequency: (tenant, seconds) => standing.setFrequency(tenant.id, seconds),
    revokeRefreshTokens: (user) => standing.revoke(user.id, clock.now()),
    requireClaims: (user, forever = false) => standing.challenge(user.id, forever),
    requireConsent: (clientId, tenant) => standing.requireConsent(clientId, tenant),
    approveDeviceCode: (userCode, user) => {
      const grant = deviceCodes.findByUserCode(userCode);
      if (!grant || !deviceCodes.isOpen(grant)) throw new Error(`No open device code ${userCode}`);
      const client = directory.findClient(grant.clientId) ?? {
        id: grant.clientId,
        displayName: 'device',
      };
      const known = directory.findUser(user.id) ?? user;
      const tenant = tenantFor(directory, grant.authority, known, client);
      if (isRefusal(tenant)) throw new Error(`${user.username} is not in that tenant`);
      const strong = standing.policyOf(tenant) === 'requires-multi-factor';
      const signIn = signInNow(world, known, strong ? ['pwd', 'mfa'] : ['pwd']);
      deviceCodes.settle(userCode, { kind: 'approved', signIn, tenant });
    },
    declineDeviceCode: (userCode) => deviceCodes.settle(userCode, { kind: 'declined' }),
    expireDeviceCodes: () => deviceCodes.expireAll(),
    setClockOffset: (milliseconds) => clock.setOffset(milliseconds),
    setLatency: (milliseconds) => settings.change({ latency: milliseconds }),
    setTokenLifetime: (seconds) => settings.change({ tokenLifetime: seconds }),
    federatedToken: async ({ credential }) => {
      const { issuer: iss, subject: sub, audience: aud } = credential;
      const now = clock.seconds();
      const claims = { iss, sub, aud, iat: now, nbf: now - 60, exp: now + 600 };
      return world.secrets.note(await world.signingKeys.sign(claims));
    },
  };
}
