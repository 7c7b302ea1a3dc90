import type { Account } from '../../shared/model.ts';
import type { Problem } from '../../shared/problem.ts';

/**
 * A remedy that knows the account and tenant it is for. A service principal has nobody who could sign in: what helps
 * there is another credential.
 */
export function aimRemedy(problem: Problem, account: Account, tenantId: string): Problem {
  const { remedy } = problem;
  if (remedy?.kind !== 'sign-in' && remedy?.kind !== 'replace-credential') return problem;
  const accountKey = account.key;
  return {
    ...problem,
    remedy:
      account.kind === 'service-principal'
        ? { kind: 'replace-credential', accountKey }
        : { kind: 'sign-in', accountKey, tenantId },
  };
}
