import type { Problem } from './problem.ts';

export type SignInMethod = 'interactive' | 'device-code';

/** Where the page of an interactive sign-in goes. With `copy` nothing opens: the person pastes the link where they want. */
export const browserChoices = ['default', 'private', 'copy'] as const;

export type BrowserChoice = (typeof browserChoices)[number];

/** Whom and what a sign-in is for. */
export interface SignInPurpose {
  readonly method: SignInMethod;
  readonly cloud: string;
  /** A tenant id or domain; none means the person's home. */
  readonly tenant?: string;
  /** What the list calls that tenant. */
  readonly tenantName?: string;
  /** The account of the list that should sign in. */
  readonly accountKey?: string;
  /** The name that is offered to the provider (the login hint). */
  readonly username?: string;
  /** What the sign-in is to bring a token for; none means Azure Resource Manager. */
  readonly scopes?: readonly string[];
  /** The claims request (JSON) of the refusal that it answers. */
  readonly claims?: string;
}

export type SignIn =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting'; readonly purpose: SignInPurpose }
  /** The page waits in the browser, or its link to be copied; `expiresAt` is when we stop waiting. */
  | {
      readonly kind: 'browser';
      readonly purpose: SignInPurpose;
      readonly browser: BrowserChoice;
      readonly expiresAt: number;
    }
  | {
      readonly kind: 'code';
      readonly purpose: SignInPurpose;
      readonly userCode: string;
      readonly verificationUri: string;
      readonly expiresAt: number;
    }
  | { readonly kind: 'failed'; readonly purpose: SignInPurpose; readonly problem: Problem };
