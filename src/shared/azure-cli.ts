import type { Account, AccountKind, Subscription } from './model.ts';

/** What Azure CLI has on this computer, as far as it lies in the open. Nothing secret is in it. */
export type AzureCli =
  | { readonly kind: 'unread' }
  | {
      readonly kind: 'read';
      /** Azure CLI's folder, as a whole path. */
      readonly folder: string;
      readonly profile: CliProfile;
      readonly secretFiles: readonly CliSecretFile[];
    };

/** What `azureProfile.json` says. */
export type CliProfile =
  /** Azure CLI was not used here, or nobody is signed in there. */
  | { readonly kind: 'none' }
  /** It is there, but can't be understood; `message` says why and what to do. */
  | { readonly kind: 'unusable'; readonly message: string }
  | {
      readonly kind: 'accounts';
      readonly accounts: readonly CliAccount[];
      readonly default?: CliDefault;
    };

/** Somebody who signed in to Azure CLI. */
export interface CliAccount {
  readonly kind: AccountKind;
  readonly cloud: string;
  /** The sign-in name of a user, the client id of a service principal. */
  readonly username: string;
  /** Where to sign in, if Azure CLI's entries leave no doubt; none means the person's home. */
  readonly tenantId?: string;
  readonly subscriptions: number;
}

export interface CliDefault {
  readonly cloud: string;
  readonly username: string;
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly displayName: string;
}

/** Files in which Azure CLI keeps or kept secrets that every program of the person can read. */
export const cliSecretFileNames = [
  'accessTokens.json',
  'msal_token_cache.json',
  'service_principal_entries.json',
] as const;

export type CliSecretFileName = (typeof cliSecretFileNames)[number];

export interface CliSecretFile {
  readonly name: CliSecretFileName;
  /** The whole path. */
  readonly path: string;
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
  /** A link to somewhere else, which Azimuth does not follow. */
  readonly isLink: boolean;
}

/** Whether somebody whom Azure CLI knows is signed in here too. */
export function isSignedInHere(
  accounts: readonly Account[],
  { kind, cloud, username }: CliAccount,
): boolean {
  return accounts.some(
    (account) =>
      account.kind === kind && account.cloud === cloud && isSameName(account.username, username),
  );
}

/** Azure CLI's default among what is reached here: as the same user if possible, else as whoever reaches it. */
export function cliDefaultAmong(
  subscriptions: readonly Subscription[],
  accounts: readonly Account[],
  wanted: CliDefault,
): Subscription | undefined {
  const accountOf = ({ accountKey }: Subscription): Account | undefined =>
    accounts.find(({ key }) => key === accountKey);
  const found = subscriptions.filter(
    (one) =>
      one.subscriptionId === wanted.subscriptionId &&
      one.tenantId === wanted.tenantId &&
      accountOf(one)?.cloud === wanted.cloud,
  );
  const isOfUser = (one: Subscription): boolean =>
    isSameName(accountOf(one)?.username ?? '', wanted.username);
  return found.find(isOfUser) ?? found[0];
}

const isSameName = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();
