import type { ProblemField, ProblemKind, Remedy } from '../../shared/problem.ts';

export interface Explanation {
  readonly kind: ProblemKind;
  readonly message: string;
  readonly remedy?: Remedy['kind'];
  readonly field?: ProblemField;
}

/** By Entra ID's number. */
export type Explanations = Readonly<Record<number, Explanation>>;

export const stepUp = (message: string): Explanation => ({
  kind: 'step-up',
  message,
  remedy: 'sign-in',
});
export const signInAgain = (message: string): Explanation => ({
  kind: 'sign-in-again',
  message,
  remedy: 'sign-in',
});
export const askAdmin = (kind: ProblemKind, message: string): Explanation => ({
  kind,
  message,
  remedy: 'contact-admin',
});
/** The organisation does not let people in through this application; one of its own can be let in. */
export const notAllowed = (kind: ProblemKind, message: string): Explanation => ({
  kind,
  message: `${message} Use one of your own, or have it allowed.`,
  remedy: 'set-client-id',
});
export const misregistered = (message: string): Explanation => ({
  kind: 'unknown-application',
  message,
  remedy: 'set-client-id',
});
export const retry = (kind: ProblemKind, message: string): Explanation => ({
  kind,
  message,
  remedy: 'retry',
});
