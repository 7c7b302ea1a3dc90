import type { AzureCli } from '../../shared/azure-cli.ts';
import type {
  Arrangement,
  Background,
  ClipboardHold,
  Confirmations,
  Contexts,
  Discovery,
  HandOut,
  Lock,
  Notice,
  Page,
  Selection,
  Token,
  VaultStatus,
} from '../../shared/app-state.ts';
import type { Settings } from '../../shared/settings.ts';
import type { SignIn } from '../../shared/sign-in.ts';
import type { Audience } from '../../shared/audience.ts';
import type { Clouds } from '../../shared/cloud.ts';
import type { Context } from '../../shared/context.ts';
import type { Label } from '../../shared/label.ts';
import type {
  Account,
  AccountSession,
  SessionLimit,
  Subscription,
  Tenant,
} from '../../shared/model.ts';
import type { Endpoint, Grant } from '../../shared/grant.ts';
import type { LinkWish } from '../../shared/link.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Usage } from '../../shared/usage.ts';
import type { HomeNames } from './ports/azure.ts';

/** What the person worked with at a moment, by the names of `Usage`. */
export interface Used {
  readonly at: number;
  readonly subscriptionKey?: string | undefined;
  readonly tenantKey?: string | undefined;
  readonly contextId?: string | undefined;
  readonly audience?: Audience | undefined;
}

/** Everything that can happen to the state, in the past tense. */
export type AppEvent =
  | {
      readonly kind: 'restored';
      readonly accounts: readonly Account[];
      readonly tenants: readonly Tenant[];
      readonly subscriptions: readonly Subscription[];
      readonly selection: Selection;
      readonly contexts: Contexts;
      readonly arrangement: Arrangement;
      readonly usage: Usage;
      readonly finishedAt: number | undefined;
      readonly activity: readonly HandOut[];
    }
  | { readonly kind: 'private-browser-found'; readonly browser: string }
  | { readonly kind: 'sign-in-changed'; readonly signIn: SignIn }
  | { readonly kind: 'account-signed-in'; readonly account: Account }
  | { readonly kind: 'account-signed-out'; readonly accountKey: string }
  | {
      readonly kind: 'session-changed';
      readonly accountKey: string;
      readonly session: AccountSession;
    }
  /** The provider says what somebody is called now. */
  | { readonly kind: 'account-named'; readonly names: HomeNames }
  /** A tenant said how old a sign-in may be there. */
  | {
      readonly kind: 'session-limit-learned';
      readonly accountKey: string;
      readonly limit: SessionLimit;
    }
  /** A page of an account's tenants; they are being asked for their subscriptions. */
  | {
      readonly kind: 'tenants-arrived';
      readonly accountKey: string;
      readonly tenants: readonly Tenant[];
    }
  /** The account's tenants are complete; those that are not among them are gone. */
  | {
      readonly kind: 'tenants-listed';
      readonly accountKey: string;
      readonly tenantKeys: readonly string[];
    }
  | {
      readonly kind: 'subscriptions-found';
      readonly tenantKey: string;
      readonly subscriptions: readonly Subscription[];
    }
  /** Nothing of the account is being asked any more, whatever was answered. */
  | { readonly kind: 'discovery-ended'; readonly accountKey: string }
  | { readonly kind: 'tenant-loading'; readonly tenantKey: string }
  | { readonly kind: 'tenant-failed'; readonly tenantKey: string; readonly problem: Problem }
  | { readonly kind: 'discovery-changed'; readonly discovery: Discovery }
  | { readonly kind: 'default-chosen'; readonly subscriptionKey: string }
  | { readonly kind: 'context-put'; readonly context: Context }
  | { readonly kind: 'context-deleted'; readonly contextId: string }
  | {
      readonly kind: 'context-used';
      readonly contextId: string;
      /** None for a context that is a whole tenant. */
      readonly subscriptionKey: string | undefined;
    }
  | { readonly kind: 'confirmations-changed'; readonly confirmations: Confirmations }
  /** Of an account or a tenant, by its key. */
  | { readonly kind: 'labelled'; readonly key: string; readonly label: Label }
  | { readonly kind: 'accounts-ordered'; readonly accountKeys: readonly string[] }
  | {
      readonly kind: 'tenants-ordered';
      readonly accountKey: string;
      readonly tenantKeys: readonly string[];
    }
  | {
      readonly kind: 'tenant-collapsed';
      readonly tenantKey: string;
      readonly collapsed: boolean;
    }
  | {
      readonly kind: 'favourite-changed';
      readonly subscriptionKey: string;
      readonly favourite: boolean;
    }
  | { readonly kind: 'token-changed'; readonly token: Token }
  | { readonly kind: 'clipboard-changed'; readonly clipboard: ClipboardHold }
  /** `grantId` names the grant that was used for it. */
  | { readonly kind: 'handed-out'; readonly handOut: HandOut; readonly grantId?: string }
  | { readonly kind: 'used'; readonly used: Used }
  | { readonly kind: 'activity-cleared' }
  | { readonly kind: 'endpoint-changed'; readonly endpoint: Endpoint }
  | { readonly kind: 'granted'; readonly grant: Grant }
  | { readonly kind: 'grant-changed'; readonly grantId: string; readonly expiresAt: number }
  | { readonly kind: 'grant-ended'; readonly grantId: string }
  | { readonly kind: 'noticed'; readonly notice: Notice }
  | { readonly kind: 'notice-dismissed'; readonly noticeId: string }
  | { readonly kind: 'clouds-changed'; readonly clouds: Clouds }
  | { readonly kind: 'network-changed'; readonly online: boolean }
  | { readonly kind: 'background-changed'; readonly change: Partial<Background> }
  /** None: it was shown. */
  | { readonly kind: 'page-wanted'; readonly page: Page | undefined }
  | { readonly kind: 'palette-wanted'; readonly shown: boolean }
  | { readonly kind: 'link-wanted'; readonly link: LinkWish | undefined }
  | { readonly kind: 'settings-changed'; readonly settings: Settings }
  | { readonly kind: 'vault-changed'; readonly vault: VaultStatus }
  | { readonly kind: 'lock-changed'; readonly lock: Lock }
  | { readonly kind: 'azure-cli-looked-at'; readonly azureCli: AzureCli }
  /** Nothing is known of anybody any more. */
  | { readonly kind: 'wiped' };
