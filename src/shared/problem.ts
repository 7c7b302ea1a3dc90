/**
 * What went wrong, as data: one type for every failure that reaches a person or another program.
 * It survives `structuredClone` and holds nothing secret.
 */
export const problemKinds = [
  /** The tenant wants a second factor or a device it trusts (Conditional Access); signing in can satisfy it. */
  'step-up',
  /** A sign-in gave what was asked for, and the same was asked for again: one more would end the same way. */
  'not-enough',
  /** Conditional Access refuses this sign-in; only an administrator can change that. */
  'blocked',
  /** The application lacks consent in this tenant. */
  'consent',
  /** The stored session ended (expired, revoked, password changed): sign in again. */
  'sign-in-again',
  /** The account does not exist in this tenant, or is the wrong one. */
  'wrong-account',
  /** The account is disabled or locked. */
  'account-disabled',
  'wrong-password',
  'unknown-tenant',
  /** The cloud of the account is none that Azimuth knows any more. */
  'unknown-cloud',
  'unknown-application',
  'unknown-resource',
  'unknown-subscription',
  'bad-client-credential',
  /** Nothing on this machine hands out tokens of its own identity. */
  'no-managed-identity',
  /** This machine has an identity endpoint, but not that identity. */
  'unknown-identity',
  /** The person pressed Cancel, here or at the provider. */
  'cancelled',
  'timed-out',
  'declined',
  'code-expired',
  'offline',
  'proxy',
  'tls',
  /** The answer was not what the protocol promises: HTML from a captive portal, cut off, garbage. */
  'unexpected-answer',
  'throttled',
  'service-error',
  'forbidden',
  'clock-skew',
  'not-signed-in',
  'no-default',
  'unknown-context',
  /** A production context, and nobody has agreed (yet). */
  'not-confirmed',
  'vault',
  /** The app is locked; whoever asks has to unlock it first. */
  'locked',
  'wrong-passphrase',
  /** The system's clipboard did not take it. */
  'clipboard',
  'invalid-input',
  'expired',
  /** The SDK endpoint is off, or could not be opened. */
  'endpoint',
  'unexpected',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

/** What the person can do about it; the window draws it as one button, a terminal as one line. */
export type Remedy =
  | {
      readonly kind: 'sign-in';
      readonly accountKey?: string;
      readonly tenantId?: string;
      /** What was refused, where that was a token: the sign-in has to be for it. */
      readonly scopes?: readonly string[];
    }
  /** A service principal has no browser to sign in with: it needs another secret, certificate or token. */
  | { readonly kind: 'replace-credential'; readonly accountKey?: string }
  /** The cloud has to be set up, or set up differently. */
  | { readonly kind: 'set-up-cloud'; readonly cloud?: string }
  /** The organisation wants its own application to sign people in. */
  | { readonly kind: 'set-client-id'; readonly cloud?: string }
  | { readonly kind: 'retry' }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'choose-default' }
  | { readonly kind: 'contact-admin' }
  | { readonly kind: 'check-network' }
  | { readonly kind: 'check-clock' };

/** The inputs of a form that a problem may be about. */
export const problemFields = [
  'clientId',
  'tenant',
  'credential',
  'password',
  'name',
  'identity',
  'resourceManager',
  'authority',
  'audience',
  'portal',
] as const;

export type ProblemField = (typeof problemFields)[number];

export interface Problem {
  readonly kind: ProblemKind;
  /** One plain sentence (or two) for a person. */
  readonly message: string;
  readonly remedy?: Remedy | undefined;
  /** The input that it is about, where a form can show it there. */
  readonly field?: ProblemField | undefined;
  /** The production context that waits for a person. */
  readonly contextId?: string;
  /** The provider's own code, such as `AADSTS50076` or `SubscriptionNotFound`. */
  readonly code?: string;
  /** The provider's own text, shown on demand. */
  readonly detail?: string;
  readonly correlationId?: string;
  readonly traceId?: string;
  /** Milliseconds that a sign-in may be old in the tenant that refused an older one. */
  readonly sessionAge?: number;
  /** The claims request (JSON) that an interactive retry has to carry, else it loops. */
  readonly claims?: string;
}

/** An answer that is either a value or a problem; failures cross borders as data, never as exceptions. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
});
