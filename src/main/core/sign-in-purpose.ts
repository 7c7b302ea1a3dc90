import type { AppState } from '../../shared/app-state.ts';
import type { SignInPurpose } from '../../shared/sign-in.ts';
import type { CommandInput } from '../../shared/contract.ts';
import type { Account } from '../../shared/model.ts';
import type { Problem } from '../../shared/problem.ts';

/** A sign-in as a surface asks for it. */
export type SignInAsk = CommandInput<'sign-in'>;

/** Whom and what a sign-in is for, with what a refusal that it answers has asked for: without that it is refused again. */
export function purposeOf(state: AppState, ask: SignInAsk): SignInPurpose {
  const account = state.accounts.find((one) => one.key === ask.accountKey);
  const tenant = state.tenants.find((one) => one.tenantId === ask.tenant);
  const refusal = refusalOf(state, ask);
  const refused = refusal?.remedy?.kind === 'sign-in' ? refusal.remedy.scopes : undefined;
  const username = account?.username ?? ask.username;
  const scopes = ask.scopes ?? refused;
  const claims = ask.claims ?? refusal?.claims;
  return {
    method: ask.method,
    cloud: account?.cloud ?? ask.cloud ?? state.clouds.current,
    ...(ask.tenant === undefined ? {} : { tenant: ask.tenant }),
    ...(tenant === undefined ? {} : { tenantName: tenant.displayName }),
    ...(account === undefined ? {} : { accountKey: account.key }),
    ...(username === undefined ? {} : { username }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(claims === undefined ? {} : { claims }),
  };
}

/** The refusal that a sign-in answers: of the tenant's or the account's list, or of the token that was wanted last. */
export function refusalOf(state: AppState, ask: SignInAsk): Problem | undefined {
  const { token } = state;
  const account = state.accounts.find(({ key }) => key === ask.accountKey);
  if (account === undefined) return undefined;
  const tenantId = ask.tenant ?? account.homeTenantId;
  const row = state.tenants.find(
    (one) => one.accountKey === account.key && one.tenantId === tenantId,
  );
  const ofTenant = row?.status.kind === 'failed' ? row.status.problem : undefined;
  const listed = ofTenant ?? sessionRefusal(account, tenantId);
  const minted = token.kind === 'failed' ? token.problem : undefined;
  const isForToken = minted !== undefined && wants(minted, ask);
  if (isForToken && (ask.scopes !== undefined || listed?.claims === undefined)) return minted;
  return ask.scopes === undefined ? listed : undefined;
}

/** The tenants of an account are listed with a token of its home. */
function sessionRefusal({ session, homeTenantId }: Account, tenantId: string): Problem | undefined {
  return session.kind === 'active' || tenantId !== homeTenantId ? undefined : session.problem;
}

/** Whether a sign-in is what the problem's remedy says. */
function wants({ remedy }: Problem, { accountKey, tenant, scopes }: SignInAsk): boolean {
  if (remedy?.kind !== 'sign-in') return false;
  if (remedy.accountKey !== accountKey || remedy.tenantId !== tenant) return false;
  return scopes === undefined || scopes.join(' ') === remedy.scopes?.join(' ');
}

/** A problem of a sign-in, whose remedy knows whom and what the sign-in was for. */
export function aimAtPurpose(problem: Problem, purpose: SignInPurpose): Problem {
  if (problem.remedy?.kind === 'set-client-id') {
    return { ...problem, remedy: { kind: 'set-client-id', cloud: purpose.cloud } };
  }
  if (problem.remedy?.kind !== 'sign-in') return problem;
  const { accountKey, tenant: tenantId, scopes } = purpose;
  return {
    ...problem,
    remedy: {
      kind: 'sign-in',
      ...(accountKey === undefined ? {} : { accountKey }),
      ...(tenantId === undefined ? {} : { tenantId }),
      ...(scopes === undefined ? {} : { scopes }),
    },
  };
}
