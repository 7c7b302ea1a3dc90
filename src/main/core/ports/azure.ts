import type { SignInMethod } from '../../../shared/sign-in.ts';
import type { CloudInput } from '../../../shared/cloud-input.ts';
import type { Cloud, CustomCloud } from '../../../shared/cloud.ts';
import type {
  ManagedIdentityInput,
  ManagedIdentitySource,
} from '../../../shared/managed-identity.ts';
import type { Account, SubscriptionState } from '../../../shared/model.ts';
import type { Result } from '../../../shared/problem.ts';
import type { ServicePrincipalInput } from '../../../shared/service-principal.ts';
import type { Secret } from '../secret.ts';

/** A service principal whose credential Entra ID took. */
export type SignedInServicePrincipal = Pick<
  Account,
  'cloud' | 'homeAccountId' | 'homeTenantId' | 'username' | 'credential'
>;

/** An identity of this machine, with the name that its token gives it. */
export type SignedInManagedIdentity = Pick<
  Account,
  'cloud' | 'homeAccountId' | 'homeTenantId' | 'username' | 'displayName' | 'managedIdentity'
>;

/** Who came back from a sign-in. */
export type SignedInUser = Pick<
  Account,
  | 'cloud'
  | 'homeAccountId'
  | 'homeTenantId'
  | 'username'
  | 'displayName'
  | 'clientId'
  | 'sessionFacts'
>;

/** What a person is called at home, as Entra ID has just told it. */
export type HomeNames = Pick<Account, 'key' | 'username' | 'displayName'>;

/** What the person has to see while a sign-in waits for them. */
export type SignInPrompt =
  | { readonly kind: 'browser'; readonly url: string }
  | {
      readonly kind: 'code';
      readonly userCode: string;
      readonly verificationUri: string;
      /** Epoch milliseconds. */
      readonly expiresAt: number;
    };

export interface SignInRequest {
  readonly method: SignInMethod;
  readonly cloud: string;
  /** A tenant id or domain; none means wherever the person is at home. */
  readonly tenant?: string;
  readonly loginHint?: string;
  /** What to bring a token for; Azure Resource Manager unless said. */
  readonly scopes?: readonly string[];
  /** The claims request (JSON) of the refusal that this sign-in answers. */
  readonly claims?: string;
  readonly signal: AbortSignal;
  readonly prompt: (prompt: SignInPrompt) => void;
}

/** The clouds as they are now. */
export type KnownClouds = () => readonly Cloud[];

/** Whose session: what finds it among those of all clouds and clients. */
export type SessionOwner = Pick<
  Account,
  'cloud' | 'homeAccountId' | 'username' | 'clientId' | 'managedIdentity'
>;

export interface TokenAsk {
  readonly account: SessionOwner;
  readonly tenantId: string;
  readonly scopes: readonly string[];
  /** A claims challenge (JSON): the cached token is not good enough. */
  readonly claims?: string;
  /** The cached token is no good any more, for whatever reason: Entra ID has to be asked. */
  readonly fresh?: boolean;
}

export interface AccessToken {
  readonly secret: Secret;
  readonly tenantId: string;
  readonly scopes: readonly string[];
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Entra ID. Nothing but `signIn` ever prompts. */
export interface Identity {
  signIn(request: SignInRequest): Promise<Result<SignedInUser>>;
  /** Keeps a service principal with its credential, once a token has proved it; nothing is kept of one that is refused. */
  signInServicePrincipal(
    input: ServicePrincipalInput & { readonly cloud: string },
  ): Promise<Result<SignedInServicePrincipal>>;
  /** What hands out tokens of this machine's own identity, if anything does. Takes seconds at most. */
  findManagedIdentity(): Promise<Result<{ readonly source: ManagedIdentitySource }>>;
  /** Proves an identity of this machine with a token. There is nothing secret to keep. */
  signInManagedIdentity(
    input: Pick<ManagedIdentityInput, 'identity'> & { readonly cloud: string },
  ): Promise<Result<SignedInManagedIdentity>>;
  acquireToken(ask: TokenAsk): Promise<Result<AccessToken>>;
  /** Forgets the account's tokens and credential for good; resolves when that is on disk. */
  forget(account: SessionOwner): Promise<void>;
  /** Resolves when every session so far is on disk. */
  flush(): Promise<void>;
}

export interface FoundTenant {
  readonly tenantId: string;
  readonly displayName: string;
  readonly defaultDomain: string;
}

export interface FoundSubscription {
  readonly subscriptionId: string;
  readonly displayName: string;
  readonly state: SubscriptionState;
  readonly managedByTenantIds: readonly string[];
  readonly homeTenantId?: string | undefined;
}

/** Azure Resource Manager, as far as it tells what an account reaches. */
export interface Directory {
  /** All tenants of an account; `arrived` hears of them page by page, before the whole is there. */
  tenants(
    account: Account,
    signal: AbortSignal,
    arrived?: (page: readonly FoundTenant[]) => void,
  ): Promise<Result<readonly FoundTenant[]>>;
  subscriptions(
    account: Account,
    tenantId: string,
    signal: AbortSignal,
  ): Promise<Result<readonly FoundSubscription[]>>;
}

/** Asks a cloud what it is, before anybody relies on it. */
export interface CloudScout {
  /** The whole cloud, as its metadata have what the input does not say; a problem names its field. */
  look(input: CloudInput): Promise<Result<CustomCloud>>;
}
