import type { ManagedIdentityChoice, ManagedIdentitySource } from './managed-identity.ts';
import type { Problem } from './problem.ts';

/**
 * Who signed in and what they reach. The identity of a subscription is (cloud, home account, tenant, subscription):
 * the same subscription reached by two users or through two tenants is two rows.
 */
export interface Account {
  readonly kind: AccountKind;
  /** `CLOUD/HOME_ACCOUNT_ID`. */
  readonly key: string;
  readonly cloud: string;
  /** MSAL's `oid.tid` of the account in its home tenant; for a service principal `service-principal:CLIENT_ID.TENANT_ID`, for a managed identity `managed-identity:OID.TENANT_ID`. */
  readonly homeAccountId: string;
  /** Where its list of tenants is asked for; for a personal account the tenant that stands in for its home. */
  readonly homeTenantId: string;
  /** The sign-in name of a user, the client id of a service principal or managed identity. */
  readonly username: string;
  readonly displayName: string;
  readonly session: AccountSession;
  /** The public client that a user's session belongs to; the cloud may have another one by now. */
  readonly clientId?: string | undefined;
  /** How a service principal proves who it is; never the secret itself. */
  readonly credential?: CredentialFacts | undefined;
  /** Which identity of this machine it is, and what hands out its tokens. */
  readonly managedIdentity?: ManagedIdentityFacts | undefined;
  /** What is known of how long a person's sign-in lasts. */
  readonly sessionFacts?: SessionFacts | undefined;
}

export const accountKinds = ['user', 'service-principal', 'managed-identity'] as const;

export type AccountKind = (typeof accountKinds)[number];

export type CredentialFacts =
  | { readonly kind: 'secret' }
  | {
      readonly kind: 'certificate';
      /** SHA-256 of the certificate in hex. */
      readonly thumbprint: string;
      /** Epoch milliseconds. */
      readonly expiresAt: number;
    }
  | { readonly kind: 'federated-token' }
  | { readonly kind: 'federated-file'; readonly path: string };

export interface ManagedIdentityFacts {
  readonly source: ManagedIdentitySource;
  readonly identity: ManagedIdentityChoice;
}

/** What is known of how long a person's sign-in lasts. Times are epoch milliseconds, spans milliseconds. */
export interface SessionFacts {
  /** When the person last proved who they are. */
  readonly provedAt: number;
  /** How old a sign-in may be in a tenant, as its refusal of an older one said (sign-in frequency, AADSTS70043). */
  readonly limits: readonly SessionLimit[];
}

export interface SessionLimit {
  readonly tenantId: string;
  readonly age: number;
}

export type AccountSession =
  | { readonly kind: 'active' }
  /** Its tenants could not be listed the last time; what was remembered stays. Offline is not signed out. */
  | { readonly kind: 'unreachable'; readonly problem: Problem }
  /** A definite refusal of the provider: nothing works before the person signs in again. */
  | { readonly kind: 'ended'; readonly problem: Problem };

export interface Tenant {
  /** `ACCOUNT_KEY/TENANT_ID`. */
  readonly key: string;
  readonly accountKey: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly status: TenantStatus;
}

export type TenantStatus =
  /** Known, but what is in it was not read to the end; nothing is being asked right now. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export const subscriptionStates = ['Enabled', 'Warned', 'PastDue', 'Disabled', 'Deleted'] as const;

export type SubscriptionState = (typeof subscriptionStates)[number];

export interface Subscription {
  /** `TENANT_KEY/SUBSCRIPTION_ID`. */
  readonly key: string;
  readonly accountKey: string;
  readonly tenantKey: string;
  /** The tenant through which it was found, which is the tenant of its tokens. */
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly displayName: string;
  readonly state: SubscriptionState;
  readonly managedByTenantIds: readonly string[];
  /** The tenant that owns it; another one than `tenantId` where it is managed from elsewhere (Azure Lighthouse). */
  readonly homeTenantId?: string | undefined;
}

export const accountKeyOf = (cloud: string, homeAccountId: string): string =>
  `${cloud}/${homeAccountId}`;

export const tenantKeyOf = (accountKey: string, tenantId: string): string =>
  `${accountKey}/${tenantId}`;

export const subscriptionKeyOf = (tenantKey: string, subscriptionId: string): string =>
  `${tenantKey}/${subscriptionId}`;
