import type { Problem } from '../../shared/problem.ts';

/**
 * The status for a problem. SDKs try 404, 408, 429 and 5xx again, so only what may be over in a moment is one of those:
 * everything that waits for a person is 403, and fails at once.
 */
export function statusOf({ kind }: Problem): 400 | 403 | 500 | 503 {
  switch (kind) {
    case 'invalid-input':
    case 'unknown-resource':
      return 400;
    case 'offline':
    case 'timed-out':
    case 'throttled':
    case 'service-error':
    case 'unexpected-answer':
      return 503;
    case 'unexpected':
      return 500;
    default:
      return 403;
  }
}

/** One line for the developer whose program asked: what is wrong, and what a person can do about it. */
export function messageOf(problem: Problem, tenantId: string): string {
  const { message, code, remedy } = problem;
  const told = code === undefined ? message : `${message} (${code})`;
  switch (remedy?.kind) {
    case 'sign-in':
      return `${told} Sign in with: azimuth login --tenant ${tenantId}`;
    case 'replace-credential':
      return `${told} Replace its credential in Azimuth.`;
    case 'contact-admin':
      return `${told} Ask your administrator.`;
    default:
      return told;
  }
}
