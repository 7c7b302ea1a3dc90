import type { AppState } from '../../shared/app-state.ts';
import { accountLabel, remedyLabel } from '../../shared/format.ts';
import { shownName } from '../../shared/label.ts';
import type { Account, Tenant } from '../../shared/model.ts';
import type { Problem } from '../../shared/problem.ts';
import type { MenuAct } from './menu-line.ts';
import { signInAct } from './sign-in-act.ts';

/** Who needs the person, and what they can do about it right away. */
export interface Attention {
  readonly who: string;
  readonly remedy: string;
  readonly act: MenuAct;
}

/** Sessions that ended, then tenants that want a sign-in of their own. What only the window can mend leads there. */
export function needsAttention(state: AppState): readonly Attention[] {
  const { accounts, tenants, arrangement } = state;
  const nameOf = (account: Account): string =>
    shownName(arrangement.labels[account.key], accountLabel(account));
  const ended = accounts.flatMap((account) =>
    account.session.kind === 'ended'
      ? [attention(nameOf(account), account, account.session.problem)]
      : [],
  );
  const waiting = accounts
    .filter(({ session }) => session.kind !== 'ended')
    .flatMap((account) =>
      tenants.flatMap((tenant) => {
        const problem = tenant.accountKey === account.key ? signInProblem(tenant) : undefined;
        if (!problem) return [];
        const name = shownName(arrangement.labels[tenant.key], tenant.displayName);
        return [attention(`${name} (${nameOf(account)})`, account, problem, tenant.tenantId)];
      }),
    );
  return [...ended, ...waiting];
}

/** Of a tenant that a sign-in would open. Everything else that fails is no call for attention outside of the window. */
function signInProblem({ status }: Tenant): Problem | undefined {
  if (status.kind !== 'failed') return undefined;
  return status.problem.remedy?.kind === 'sign-in' ? status.problem : undefined;
}

function attention(who: string, account: Account, problem: Problem, tenantId?: string): Attention {
  const { remedy } = problem;
  if (remedy?.kind !== 'sign-in') {
    return {
      who,
      remedy: remedy ? remedyLabel(remedy) : 'See what happened',
      act: { kind: 'open' },
    };
  }
  const place = { accountKey: account.key, tenantId };
  return { who, remedy: remedyLabel(remedy), act: signInAct(remedy, place) };
}
