import type { Audience } from './audience.ts';
import type { AzureCli } from './azure-cli.ts';
import type { Clouds } from './cloud.ts';
import type { Context, ReachedPlace } from './context.ts';
import type { Label } from './label.ts';
import type { Endpoint, Grant } from './grant.ts';
import type { LinkWish } from './link.ts';
import type { Account, Subscription, Tenant } from './model.ts';
import type { Problem, Remedy } from './problem.ts';
import type { ShortcutName, ShortcutStanding } from './shortcut.ts';
import type { Settings } from './settings.ts';
import type { SignIn } from './sign-in.ts';
import type { Usage } from './usage.ts';

/**
 * The one observable state, immutable, in slices. It survives `structuredClone`, holds no callback and nothing secret
 * (a device code's user code is in it because a person has to read it). Times are epoch milliseconds.
 */
export interface AppState {
  readonly about: About;
  readonly clouds: Clouds;
  readonly accounts: readonly Account[];
  readonly tenants: readonly Tenant[];
  readonly subscriptions: readonly Subscription[];
  readonly discovery: Discovery;
  readonly selection: Selection;
  readonly contexts: Contexts;
  readonly confirmations: Confirmations;
  readonly arrangement: Arrangement;
  readonly usage: Usage;
  readonly signIn: SignIn;
  readonly token: Token;
  readonly clipboard: ClipboardHold;
  readonly activity: readonly HandOut[];
  readonly endpoint: Endpoint;
  readonly grants: readonly Grant[];
  readonly notices: readonly Notice[];
  readonly settings: Settings;
  readonly vault: VaultStatus;
  readonly lock: Lock;
  /** Whether the computer has a network at all. */
  readonly online: boolean;
  readonly azureCli: AzureCli;
  readonly background: Background;
  readonly wanted: Wanted;
}

export type SliceName = keyof AppState;

export interface About {
  readonly version: string;
  readonly host: 'electron' | 'preview' | 'headless';
  /** False while what was remembered is still being read at start. */
  readonly restored: boolean;
  /** The browser that can open a private window, once one was found. */
  readonly privateBrowser?: string;
}

/** How the app lives without a window. */
export interface Background {
  /** Whether the desktop shows our tray icon. */
  readonly trayShown: boolean;
  /** Whether the clipboard takes something only while a window of ours is in front. */
  readonly clipboardNeedsFocus?: boolean | undefined;
  /** Whether clipboard histories could be told not to keep a copied token; true where nothing is known of it. */
  readonly marksSecrets?: boolean | undefined;
  /** Whether the system starts the app when the person signs in to the computer; nothing where it can't. */
  readonly opensAtLogin?: boolean | undefined;
  /** How the system took each shortcut of the settings; nothing where there are no shortcuts. */
  readonly shortcuts?: Readonly<Partial<Record<ShortcutName, ShortcutStanding>>> | undefined;
  /** Whether the person presses keys to choose them, which must do nothing else. */
  readonly recordingKeys?: boolean | undefined;
}

/** What of the window can be asked for from outside of it; `window` is none of its parts, and `find` is its palette. */
export const pages = [
  'window',
  'find',
  'token',
  'contexts',
  'activity',
  'endpoint',
  'clouds',
  'secrets',
  'azure-cli',
  'settings',
] as const;

export type Page = (typeof pages)[number];

/** Whether there is nothing on a page before somebody is signed in. */
export const needsAccount = (page: Page): boolean => page === 'token' || page === 'contexts';

/** What the window was asked to show, until it does. */
export interface Wanted {
  readonly page?: Page | undefined;
  /** Whether the palette stands on the desktop, in a small window of its own. */
  readonly palette: boolean;
  /** What a link asks for, until the person has answered. Others that come meanwhile are not heard. */
  readonly link?: LinkWish | undefined;
}

export interface Discovery {
  /** How many accounts are being discovered right now. */
  readonly running: number;
  readonly tenantsDone: number;
  readonly tenantsTotal: number;
  /** When the list was last complete. */
  readonly finishedAt?: number;
}

export interface Selection {
  readonly defaultSubscriptionKey?: string;
  /** The default that vanished; another one is never chosen silently. */
  readonly lost?: { readonly displayName: string; readonly subscriptionId: string };
}

export interface Contexts {
  /** By their names. */
  readonly list: readonly Context[];
  /** The one that is the default, unless another default was chosen since. */
  readonly currentId?: string | undefined;
  /** The one before, to go back to. */
  readonly previousId?: string | undefined;
}

/** What production contexts ask a person. Nothing of it outlasts the program, nor a lock. */
export interface Confirmations {
  readonly asked: readonly Confirmation[];
  readonly granted: readonly Agreement[];
}

/** Somebody wants a token of a production context. */
export interface Confirmation extends Asker {
  readonly id: string;
  readonly contextId: string;
  readonly audience: Audience;
  readonly at: number;
}

/** For a time, tokens of this context are handed out to whoever asks. */
export interface Agreement {
  readonly contextId: string;
  readonly until: number;
}

/** What the person made of the list; the order of accounts is that of `accounts`. */
export interface Arrangement {
  /** By the key of an account or of a tenant. A tenant that vanished keeps its label, in case it comes back. */
  readonly labels: Readonly<Record<string, Label>>;
  /** The keys of an account's tenants by the account's key, where the person put them in order. */
  readonly tenantOrder: Readonly<Record<string, readonly string[]>>;
  /** The keys of tenants whose subscriptions are folded away. */
  readonly collapsed: readonly string[];
  /** The keys of subscriptions that the person wants at hand. One that vanished stays, in case it comes back. */
  readonly favourites: readonly string[];
}

/** What is known of an issued token; its text stays in main. */
export interface IssuedToken {
  /** A handle for copy, reveal and claims; not the token. */
  readonly id: string;
  readonly audience: Audience;
  readonly accountKey: string;
  readonly username: string;
  readonly tenantId: string;
  readonly subscriptionId?: string;
  /** The name of the context through which it was asked for. */
  readonly context?: string;
  readonly scopes: readonly string[];
  readonly issuedAt: number;
  readonly expiresAt: number;
}

export type Token =
  | { readonly kind: 'none' }
  | { readonly kind: 'issuing' }
  | { readonly kind: 'issued'; readonly issued: IssuedToken }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type ClipboardHold =
  | { readonly kind: 'none' }
  /** Our token is on the clipboard until `clearsAt`. */
  | { readonly kind: 'token'; readonly tokenId: string; readonly clearsAt: number }
  /** The header secret of a grant, in a snippet. */
  | { readonly kind: 'snippet'; readonly grantId: string; readonly clearsAt: number };

export const surfaces = ['window', 'palette', 'tray', 'shortcut', 'cli', 'sdk-endpoint'] as const;

/** Who gets a token. */
export interface Asker {
  readonly surface: (typeof surfaces)[number];
  /** Its name and its process, where the platform tells. */
  readonly program?: string | undefined;
  readonly pid?: number | undefined;
  /** The name of the grant that it showed. */
  readonly grant?: string | undefined;
}

/** One line of the record of hand-outs; never the token. */
export interface HandOut extends Asker, ReachedPlace {
  readonly id: string;
  readonly at: number;
  readonly act: 'copied' | 'revealed' | 'issued';
  readonly audience: Audience;
  /** The name that the context had. */
  readonly context?: string | undefined;
  readonly username: string;
  readonly expiresAt: number;
}

/** Something the person should know, until dismissed. */
export interface Notice {
  readonly id: string;
  readonly tone: 'info' | 'warning';
  readonly message: string;
  readonly detail?: string;
  /** What the person can do about it right away. */
  readonly remedy?: Remedy;
}

export type VaultStatus =
  /** Sealed files; `by` names the keeper of the key, such as "GNOME Keyring". */
  | { readonly kind: 'sealed'; readonly keeper: 'system' | 'passphrase'; readonly by: string }
  /** Nothing secret is written; everything is gone when the app ends. */
  | { readonly kind: 'memory'; readonly reason: string }
  /** Sealed files that nobody has opened yet: they wait for their passphrase. */
  | { readonly kind: 'locked' };

/** How a locked app can be opened: the one named first is offered first. */
export type UnlockMeans = 'touch-id' | 'passphrase' | 'keyring';

export type LockReason = 'start' | 'asked' | 'idle' | 'screen' | 'suspend';

/** While the app is locked no surface gets a token, and the window is given nothing of the list. */
export type Lock =
  /** No means at all: nothing could open it again, so it can't be locked. */
  | { readonly kind: 'open'; readonly means: readonly UnlockMeans[] }
  | {
      readonly kind: 'locked';
      readonly means: readonly UnlockMeans[];
      readonly why: LockReason;
      /** After wrong tries: when the next one is listened to. */
      readonly retryAt?: number;
    };
