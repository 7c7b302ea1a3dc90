import type { SignInMethod, SignInPurpose } from '../../shared/sign-in.ts';
import type { CommandInput } from '../../shared/contract.ts';
import type { Problem } from '../../shared/problem.ts';

/** The command that starts the same sign-in again, perhaps the other way. */
export function signInAgain(purpose: SignInPurpose, method: SignInMethod): CommandInput<'sign-in'> {
  const { cloud, tenant, accountKey, username, scopes, claims } = purpose;
  const who = accountKey === undefined ? { username } : { accountKey };
  return { method, cloud, tenant, scopes, claims, ...who };
}

/** The command that answers a refusal: it carries its claims, and is for anybody where that account is the trouble. */
export function signInAfter(purpose: SignInPurpose, problem: Problem): CommandInput<'sign-in'> {
  const again = signInAgain(purpose, purpose.method);
  const claims = problem.claims ?? again.claims;
  if (problem.kind !== 'wrong-account') return { ...again, claims };
  return { ...again, claims, accountKey: undefined, username: undefined };
}
