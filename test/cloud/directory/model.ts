/** What the simulated Entra ID knows of an organisation. */
export interface Tenant {
  readonly id: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly domains: readonly string[];
  readonly countryCode: string;
  /** Conditional Access that holds from the start; `Cloud.setTenantPolicy` changes it. */
  readonly policy: TenantPolicy;
}

export type TenantPolicy =
  | 'open'
  | 'requires-multi-factor'
  /** Asks for multi-factor authentication, and for it again when it was given: two policies that contradict each other. */
  | 'never-satisfied'
  | 'requires-compliant-device'
  | 'requires-managed-device'
  /** Sign-in frequency: only a sign-in after the policy was set is good. */
  | 'requires-fresh-sign-in'
  | 'blocked';

/** A person. In tenants other than `homeTenant` a guest, with another object id in each. */
export interface User {
  /** The object id in the home tenant. */
  readonly id: string;
  readonly displayName: string;
  readonly username: string;
  readonly homeTenant: string;
  /** Ids of every tenant that the user is in, the home tenant first. */
  readonly tenants: readonly string[];
  readonly disabled?: boolean;
}

export type SubscriptionState = 'Enabled' | 'Warned' | 'PastDue' | 'Disabled' | 'Deleted';

export interface Subscription {
  readonly id: string;
  readonly displayName: string;
  readonly state: SubscriptionState;
  /** The tenant that owns it. */
  readonly homeTenant: string;
  /** Who sees it through which tenant: ids of users and applications by tenant id. */
  readonly access: Readonly<Record<string, readonly string[]>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly quotaId: string;
}

export interface SecretCredential {
  readonly kind: 'secret';
  readonly secret: string;
  readonly expired?: boolean;
}

export interface CertificateCredential {
  readonly kind: 'certificate';
  /** PEM. */
  readonly certificate: string;
  /** PEM. */
  readonly privateKey: string;
  /** SHA-1 of the certificate in hex, as `az` and MSAL take it. */
  readonly thumbprint: string;
  readonly thumbprintSha256: string;
}

/** Tokens of another identity provider are taken for this application. */
export interface FederatedCredential {
  readonly kind: 'federated';
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** How an application (service principal) proves who it is. */
export type ApplicationCredential = SecretCredential | CertificateCredential | FederatedCredential;

/** An application registered in one tenant, with a service principal there. */
export interface Application<Credential extends ApplicationCredential = ApplicationCredential> {
  /** The client id. */
  readonly id: string;
  readonly displayName: string;
  readonly tenant: string;
  /** Object id of its service principal. */
  readonly objectId: string;
  readonly credential: Credential;
}

/** An identity that Azure gave to a machine or an app: nobody ever sees a credential of it. */
export interface ManagedIdentity {
  /** The client id. */
  readonly id: string;
  readonly displayName: string;
  readonly tenant: string;
  /** Object id of its service principal. */
  readonly objectId: string;
  readonly resourceId: string;
}

/** A multi-tenant public client that people sign in with. */
export interface PublicClient {
  readonly id: string;
  readonly displayName: string;
  readonly redirectUris: readonly string[];
  /** "1" for members of the family that shares refresh tokens among its clients. */
  readonly family?: '1';
}
