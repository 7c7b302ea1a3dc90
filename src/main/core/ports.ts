import type { AzureCli, CliSecretFileName } from '../../shared/azure-cli.ts';
import type { Cloud, Clouds, CustomCloud } from '../../shared/cloud.ts';
import type { CloudInput } from '../../shared/cloud-input.ts';
import type { Account, Subscription, SubscriptionState, Tenant } from '../../shared/model.ts';
import type { Settings, SignInMethod, VaultStatus } from '../../shared/app-state.ts';
import type { ManagedIdentityInput, ManagedIdentitySource } from '../../shared/managed-identity.ts';
import type { Result } from '../../shared/problem.ts';
import type { SecretsReport } from '../../shared/secret-places.ts';
import type { ShimStatus } from '../../shared/shim.ts';
import type { ServicePrincipalInput } from '../../shared/service-principal.ts';
import type { Secret } from './secret.ts';

export type { Secret } from './secret.ts';

/** What the core needs of the world. Adapters implement these; the core imports none of them. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs once after a delay in milliseconds; the answer takes it back. */
  after(milliseconds: number, run: () => void): () => void;
}

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

/**
 * Seals small secrets with a key that the system keeps (Keychain, DPAPI, a Linux keyring). The vault seals only its own
 * data key with it, so a slow keyring is asked once a start.
 */
export interface Sealer {
  readonly status: Exclude<VaultStatus, { readonly kind: 'locked' }>;
  seal(text: string): Promise<Uint8Array>;
  /** Rejects when the sealed bytes are of another machine or user, or damaged. */
  unseal(sealed: Uint8Array): Promise<string>;
}

export type VaultDocument =
  | 'msal-cache'
  | 'service-principals'
  | 'accounts'
  | 'directory'
  | 'contexts'
  | 'arrangement'
  | 'activity';

/** What must last, sealed. In a memory-only vault writing is forgetting, and that is no error. */
export interface Vault {
  read(document: VaultDocument): Promise<string | undefined>;
  write(document: VaultDocument, text: string): Promise<void>;
  /** Moves a document that makes no sense out of the way, keeping it, and tells the person. */
  setAside(document: VaultDocument): Promise<void>;
}

/** Who keeps the vault's key, and what a person can do about that. */
export interface VaultKeeper {
  /** As it is now. */
  readonly status: VaultStatus;
  /** Opens a vault that waits for its passphrase; of an open one it only tells whether this is its passphrase. */
  unlock(passphrase: Secret): Promise<boolean>;
  /** Whether the system's keeper still opens the key. */
  recheck(): Promise<boolean>;
  /** Seals with a passphrase what was in memory only. */
  setPassphrase(passphrase: Secret): Promise<Result<null>>;
  /** @returns false when the current one is another */
  changePassphrase(current: Secret, next: Secret): Promise<boolean>;
  /**
   * Removes everything that is sealed; what is known goes on as the system's keeper has it.
   *
   * @returns what could not be removed
   */
  forgetPassphrase(): Promise<readonly string[]>;
  places(): Promise<SecretsReport>;
  /** Removes everything on disk, with the settings if wanted, and looks again. Nothing is written before `resume`. */
  wipe(settings: boolean): Promise<{ readonly removed: number; readonly left: readonly string[] }>;
  /** There is something to keep again. */
  resume(): Promise<void>;
}

/** Remembers across restarts that the app is locked. */
export interface LockMark {
  isThere(): Promise<boolean>;
  put(there: boolean): Promise<void>;
}

/** The system's own way to ask whether its owner is there, such as Touch ID. */
export interface OwnerCheck {
  /** May change: a lid closes. */
  available(): boolean;
  /** Asks the person; false when they can't or will not. */
  ask(reason: string): Promise<boolean>;
}

/** Whether somebody is at the computer. */
export interface Presence {
  /** Seconds since the last key or mouse. */
  idleSeconds(): number;
  /** Calls back when the screen locks or the computer goes to sleep. */
  onLeaving(listener: (why: 'screen' | 'suspend') => void): void;
  /** Calls back when the computer wakes up or its screen is unlocked. */
  onReturning(listener: () => void): void;
}

/** The system's list of what it starts when the person signs in to the computer. */
export interface LoginItem {
  isOn(): Promise<boolean>;
  set(on: boolean): Promise<void>;
}

/** Whether there is a network at all; that there is one does not say that Azure can be reached. */
export interface Network {
  isOnline(): boolean;
}

/** A default with what another program has to know of it. */
export interface DefaultForCli {
  readonly account: Account;
  readonly tenant: Tenant | undefined;
  readonly subscription: Subscription;
}

export interface CliFollowed {
  /** Whom Azure CLI reaches the subscription as. */
  readonly username: string;
  /** The cloud that Azure CLI is set to, if it is another one: then its default there stays. */
  readonly currentCloud?: string;
}

/** Azure CLI's own files. */
export interface AzureCliFolder {
  look(): Promise<AzureCli>;
  /** Makes a subscription its default; whatever else is in its files stays. */
  pointAt(chosen: DefaultForCli): Promise<Result<CliFollowed>>;
  /** Removes a file with secrets in the open, and looks whether it is gone. */
  removeSecretFile(name: CliSecretFileName): Promise<Result<null>>;
}

export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
  /** Writes a text that clipboard histories should not keep, where the platform can be told so. */
  writeSecret(text: string): Promise<void>;
  clear(): Promise<void>;
}

/** The header secrets of grants. */
export interface GrantKeys {
  create(): Secret;
  /** Takes the same time wherever the two differ. */
  isSame(shown: string, secret: Secret): boolean;
}

/** Our `az`, in a folder of its own. */
export interface Shim {
  status(): Promise<ShimStatus>;
  install(): Promise<Result<ShimStatus>>;
  uninstall(): Promise<Result<ShimStatus>>;
}

/** Opens an address in the person's browser. */
export type OpenLink = (address: string) => Promise<Result<null>>;

/** A window of a browser without the person's cookies, where this computer has such a browser. */
export interface PrivateWindow {
  /** The browser's name; nothing where there is none. Looks once. */
  find(): Promise<string | undefined>;
  open: OpenLink;
}

/**
 * Asks the person where a text should be kept, and writes it there for nobody else to read.
 *
 * @returns false when they chose no place
 */
export type SaveFile = (name: string, text: string) => Promise<Result<boolean>>;

/** Keeps the settings, in the open: there is nothing secret in them. */
export type SaveSettings = (settings: Settings) => Promise<void>;

/** Asks a cloud what it is, before anybody relies on it. */
export interface CloudScout {
  /** The whole cloud, as its metadata have what the input does not say; a problem names its field. */
  look(input: CloudInput): Promise<Result<CustomCloud>>;
}

/** Keeps which clouds there are, in the open. */
export type SaveClouds = (clouds: Clouds) => Promise<void>;

export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** The host's way to the network: Electron's `net.fetch` where there is one, so that the system's proxy applies. */
export type Fetch = (address: string, init?: RequestInit) => Promise<Response>;
