import type { HandOut } from './app-state.ts';
import type { SignInPurpose } from './sign-in.ts';
import type { Account, SubscriptionState } from './model.ts';
import type { ProblemKind, Remedy } from './problem.ts';

/** Pure words and numbers that every surface shares. Times are epoch milliseconds, spans are milliseconds. */

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A span as a clock that runs down: `4:59`, `1:02:03`; never below `0:00`. Counts the second that has begun. */
export function formatCountdown(span: number): string {
  const seconds = Math.max(0, Math.ceil(span / second));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  const rest = pad(seconds % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** A span in words, rounded to what a person needs: `42 s`, `5 min`, `1 h 10 min`, `2 days`. */
export function formatSpan(span: number): string {
  const seconds = Math.max(0, Math.ceil(span / second));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  if (minutes >= 48 * 60) return countOf(Math.round(minutes / 1_440), 'day');
  const rest = minutes % 60;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** How long ago something was: `just now`, `2 min ago`, `3 h ago`, `yesterday`, `5 days ago`. */
export function formatAgo(at: number, now: number): string {
  const span = Math.max(0, now - at);
  if (span < 45 * second) return 'just now';
  if (span < hour) return `${Math.max(1, Math.floor(span / minute))} min ago`;
  if (span < day) return `${Math.floor(span / hour)} h ago`;
  const days = Math.floor(span / day);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** A size as file managers say it: `2 kB`, `1.5 MB`; never below 1 kB. */
export function formatBytes(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1_000));
  return kilobytes < 1_000 ? `${kilobytes} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export interface DateStyle {
  /** BCP 47 tag; none means the system's own. */
  readonly locale?: string;
  /** IANA name; none means the system's own. */
  readonly timeZone?: string;
}

/** A moment as date and time to the second, in the person's own habit. */
export function formatDateTime(at: number, style: DateStyle = {}): string {
  const zone = style.timeZone === undefined ? {} : { timeZone: style.timeZone };
  return new Intl.DateTimeFormat(style.locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    ...zone,
  }).format(at);
}

/** A day, in the person's own habit. */
export function formatDate(at: number, style: DateStyle = {}): string {
  const zone = style.timeZone === undefined ? {} : { timeZone: style.timeZone };
  return new Intl.DateTimeFormat(style.locale, { dateStyle: 'medium', ...zone }).format(at);
}

/** A moment as time of day, in the person's own habit. */
export function formatTime(at: number, style: DateStyle = {}): string {
  const zone = style.timeZone === undefined ? {} : { timeZone: style.timeZone };
  return new Intl.DateTimeFormat(style.locale, { timeStyle: 'short', ...zone }).format(at);
}

/** A number with its noun: `1 tenant`, `1,204 subscriptions`. */
export function countOf(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : nouns}`;
}

/** One or two letters for an avatar; a username counts only up to its `@`. */
export function initialsOf(name: string): string {
  const words = (name.split('@')[0] ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

/** What tells an account from the others: a person's sign-in name, an application's label. */
export function accountLabel({ kind, username, displayName }: Account): string {
  return kind === 'user' ? username : displayName || username;
}

/** The host of an address, for people; what is no address stays as it is. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

export const stateNames: Readonly<Record<SubscriptionState, string>> = {
  Enabled: 'Enabled',
  Warned: 'Warned',
  PastDue: 'Past due',
  Disabled: 'Disabled',
  Deleted: 'Deleted',
};

/** What a state that is not Enabled means for the person. */
export const stateMeanings: Readonly<Record<SubscriptionState, string>> = {
  Enabled: 'Everything works.',
  Warned: 'Azure will disable this subscription soon; look at its billing in the portal.',
  PastDue: 'A payment is outstanding; Azure will disable this subscription if it stays so.',
  Disabled: 'Read-only: nothing can be created or changed until it is enabled again.',
  Deleted: 'Deleted; it will disappear soon.',
};

/** A few words for a kind of problem; the problem's own message says the rest. */
export const problemTitles: Readonly<Record<ProblemKind, string>> = {
  'step-up': 'Another sign-in step is needed',
  'not-enough': 'The sign-in was not enough',
  blocked: 'Blocked by your organisation',
  consent: 'Approval is needed',
  'sign-in-again': 'Session ended',
  'wrong-account': 'Not the right account',
  'account-disabled': 'The account is disabled',
  'wrong-password': 'The password was not accepted',
  'unknown-tenant': 'Tenant not found',
  'unknown-cloud': 'Cloud not set up',
  'unknown-application': 'Application not found',
  'unknown-resource': 'Service not found',
  'unknown-subscription': 'Subscription not found',
  'bad-client-credential': 'The credential was not accepted',
  'no-managed-identity': 'No managed identity here',
  'unknown-identity': 'Identity not found on this computer',
  cancelled: 'Sign-in was cancelled',
  'timed-out': 'Nobody answered in time',
  declined: 'Sign-in was declined',
  'code-expired': 'The code expired',
  offline: 'No connection',
  proxy: 'The proxy refused',
  tls: 'The connection is not trusted',
  'unexpected-answer': 'An answer made no sense',
  throttled: 'Azure asks to wait',
  'service-error': 'Azure has a problem',
  forbidden: 'Access is denied',
  'clock-skew': 'The clock is wrong',
  'not-signed-in': 'Not signed in',
  'no-default': 'No default subscription',
  'unknown-context': 'Context not found',
  'not-confirmed': 'Not confirmed',
  vault: 'The vault has a problem',
  locked: 'Azimuth is locked',
  'wrong-passphrase': 'That is not the passphrase',
  clipboard: 'Not copied',
  'invalid-input': 'That can’t be right',
  expired: 'Expired',
  endpoint: 'The SDK endpoint is not open',
  unexpected: 'Something went wrong',
};

/** What the button of a remedy says. A remedy that only the person can carry out, away from here, says so as advice. */
export function remedyLabel(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'sign-in':
      return remedy.tenantId === undefined ? 'Sign in again' : 'Sign in to this tenant';
    case 'replace-credential':
      return 'Replace credential…';
    case 'set-up-cloud':
      return 'Set up the cloud…';
    case 'set-client-id':
      return 'Use your own application…';
    case 'retry':
      return 'Try again';
    case 'refresh':
      return 'Update the list';
    case 'choose-default':
      return 'Choose a default';
    case 'contact-admin':
      return 'Copy details for your administrator';
    case 'check-network':
      return 'Check your connection, then try again';
    case 'check-clock':
      return 'Set the clock of this computer, then try again';
  }
}

export const surfaceNames: Readonly<Record<HandOut['surface'], string>> = {
  window: 'Window',
  palette: 'Palette',
  tray: 'Tray',
  shortcut: 'Shortcut',
  cli: 'Command line',
  'sdk-endpoint': 'SDK endpoint',
};

export const actNames: Readonly<Record<HandOut['act'], string>> = {
  copied: 'Copied',
  revealed: 'Revealed',
  issued: 'Issued',
};

/** Whom a sign-in is for: `alice@contoso.com in tenant Contoso (contoso.com)`, or nothing when it is for anyone. */
export function purposeLabel({ username, tenant, tenantName }: SignInPurpose): string | undefined {
  const place = tenantName === undefined ? tenant : `${tenantName} (${tenant})`;
  if (username !== undefined && place !== undefined) return `${username} in tenant ${place}`;
  if (username !== undefined) return username;
  return place === undefined ? undefined : `tenant ${place}`;
}
