import type {
  Subscription,
  SubscriptionState,
  Tenant,
  TenantPolicy,
  User,
} from './directory/model.ts';

/** How often a user's sessions were ended; a sign-in older than the last time is stale. */
export interface Epoch {
  readonly revocations: number;
  readonly challenges: number;
}

/** What changed in the directory since the start: policies, revocations, consent, subscriptions. */
export interface Standing {
  policyOf(tenant: Tenant): TenantPolicy;
  /** `at` is in milliseconds since the epoch. */
  setPolicy(tenantId: string, policy: TenantPolicy, at: number): void;
  policySetAt(tenant: Tenant): number;
  /** Seconds that a sign-in may be old in a tenant (Conditional Access, sign-in frequency). */
  frequencyOf(tenantId: string): number | undefined;
  setFrequency(tenantId: string, seconds: number | undefined): void;
  epochOf(userId: string): Epoch;
  /** Ends the user's refresh tokens and browser sessions. Milliseconds since the epoch. */
  revoke(userId: string, at: number): void;
  revokedAt(userId: string): number | undefined;
  /** From now on Azure Resource Manager wants a newer sign-in of this user's, or one that is never new enough. */
  challenge(userId: string, forever: boolean): void;
  isChallengedForever(userId: string): boolean;
  /** Applications that need the user's consent, in one tenant or all, and who has given it. */
  requireConsent(clientId: string, tenant: Tenant | undefined): void;
  lacksConsent(clientId: string, tenant: Tenant, userId: string): boolean;
  giveConsent(clientId: string, userId: string): void;
  /** The user as they are called now. */
  asNamed(user: User): User;
  rename(userId: string, names: Partial<Pick<User, 'username' | 'displayName'>>): void;
  /** The subscription as it is now; `undefined` when it was removed. */
  currently(subscription: Subscription): Subscription | undefined;
  changeSubscription(id: string, change: SubscriptionChange): void;
}

export interface SubscriptionChange {
  readonly displayName?: string;
  readonly state?: SubscriptionState;
  readonly removed?: boolean;
}

interface Consent {
  /** Where it is needed; everywhere unless said. */
  readonly tenantId: string | undefined;
  readonly given: Set<string>;
}

const beginning: Epoch = { revocations: 0, challenges: 0 };

export function createStanding(): Standing {
  const policies = new Map<string, { readonly policy: TenantPolicy; readonly at: number }>();
  const challengedForever = new Set<string>();
  const frequencies = new Map<string, number | undefined>();
  const epochs = new Map<string, Epoch>();
  const revocations = new Map<string, number>();
  const consents = new Map<string, Consent>();
  const changes = new Map<string, SubscriptionChange>();
  const names = new Map<string, Partial<Pick<User, 'username' | 'displayName'>>>();
  const epochOf = (userId: string): Epoch => epochs.get(userId) ?? beginning;
  return {
    policyOf: (tenant) => policies.get(tenant.id)?.policy ?? tenant.policy,
    setPolicy: (tenantId, policy, at) => void policies.set(tenantId, { policy, at }),
    policySetAt: (tenant) => policies.get(tenant.id)?.at ?? 0,
    frequencyOf: (tenantId) => frequencies.get(tenantId),
    setFrequency: (tenantId, seconds) => void frequencies.set(tenantId, seconds),
    epochOf,
    revoke: (userId, at) => {
      const epoch = epochOf(userId);
      epochs.set(userId, { ...epoch, revocations: epoch.revocations + 1 });
      revocations.set(userId, at);
    },
    revokedAt: (userId) => revocations.get(userId),
    isChallengedForever: (userId) => challengedForever.has(userId),
    challenge: (userId, forever) => {
      if (forever) challengedForever.add(userId);
      const epoch = epochOf(userId);
      epochs.set(userId, { ...epoch, challenges: epoch.challenges + 1 });
    },
    requireConsent: (clientId, tenant) =>
      void consents.set(clientId, { tenantId: tenant?.id, given: new Set() }),
    lacksConsent: (clientId, tenant, userId) => {
      const consent = consents.get(clientId);
      const holds = consent !== undefined && (consent.tenantId ?? tenant.id) === tenant.id;
      return holds && !consent.given.has(userId);
    },
    giveConsent: (clientId, userId) => void consents.get(clientId)?.given.add(userId),
    asNamed: (user) => ({ ...user, ...names.get(user.id) }),
    rename: (userId, now) => void names.set(userId, now),
    currently: (subscription) => {
      const change = changes.get(subscription.id);
      if (!change) return subscription;
      if (change.removed) return undefined;
      return {
        ...subscription,
        displayName: change.displayName ?? subscription.displayName,
        state: change.state ?? subscription.state,
      };
    },
    changeSubscription: (id, change) => void changes.set(id, { ...changes.get(id), ...change }),
  };
}
