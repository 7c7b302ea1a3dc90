import type { Problem } from '../../shared/problem.ts';

/** Whose token was refused, for the line that says how to sign in. */
export interface RefusedAsk {
  readonly scopes: readonly string[];
  readonly tenant: string;
}

/**
 * A refused token in the words of Azure CLI (`azure/cli/core/auth/util.py`, `aad_error_handler`): Entra ID's own text,
 * then the command that signs in. The SDKs look for `AADSTS` and for `az login --scope` in it. A service principal gets the
 * command that gives it another credential, in words that no SDK takes for "nobody is signed in".
 */
export function tokenRefusal(problem: Problem, ask: RefusedAsk): string {
  if (problem.kind === 'locked') return lockedText;
  const text = providerText(problem);
  if (problem.remedy?.kind === 'replace-credential') {
    return `${text}\nTo replace the credential, run:\nazimuth login --service-principal --username CLIENT_ID --tenant ${ask.tenant}`;
  }
  if (problem.kind === 'not-enough') return text;
  if (problem.code?.startsWith('AADSTS') !== true) {
    return problem.remedy?.kind === 'sign-in' ? `${text}\nTo sign in, run:\naz login` : text;
  }
  const login = `az login --scope ${ask.scopes.join(' ')} --tenant ${ask.tenant}`;
  return `${text}\nInteractive authentication is needed. Please run:\n${login}`;
}

/**
 * While the app is locked. It names `az login` and no AADSTS code, which the SDKs take for "nobody is signed in", so that a
 * chain of credentials tries its next one.
 */
export const lockedText =
  "Azimuth is locked. Unlock it in its window or with 'azimuth unlock'; only then 'az login' works.";

/** The provider's own text where it is Entra ID's, else ours; both where one more sign-in would be in vain. */
export function providerText(problem: Problem): string {
  const { kind, code, detail, message } = problem;
  if (code?.startsWith('AADSTS') !== true) return message;
  if (kind === 'not-enough') return `${detail ?? code}\n${message}`;
  return detail?.includes(code) === true ? detail : `${code}: ${detail ?? message}`;
}
