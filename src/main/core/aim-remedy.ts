import type { Account } from '../../shared/model.ts';
import type { Problem } from '../../shared/problem.ts';

/**
 * A remedy that knows the account and tenant it is for, and of a token its scopes. A service principal has nobody who could
 * sign in: what helps there is another credential. A managed identity has neither: Azure has to be asked again.
 */
export function aimRemedy(
  problem: Problem,
  account: Account,
  tenantId: string,
  scopes?: readonly string[],
): Problem {
  const { remedy } = problem;
  if (remedy?.kind === 'set-client-id') {
    // Who is refused is the application itself: nobody signs in with another one on its behalf.
    if (account.kind === 'service-principal')
      return { ...problem, remedy: { kind: 'contact-admin' } };
    return { ...problem, remedy: { kind: 'set-client-id', cloud: account.cloud } };
  }
  if (remedy?.kind !== 'sign-in' && remedy?.kind !== 'replace-credential') return problem;
  const accountKey = account.key;
  switch (account.kind) {
    case 'user': {
      const refused = scopes === undefined ? {} : { scopes };
      return { ...problem, remedy: { kind: 'sign-in', accountKey, tenantId, ...refused } };
    }
    case 'service-principal':
      return { ...problem, remedy: { kind: 'replace-credential', accountKey } };
    case 'managed-identity':
      return { ...problem, remedy: { kind: 'retry' } };
  }
}
