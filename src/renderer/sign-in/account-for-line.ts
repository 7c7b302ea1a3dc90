import type { Account, Tenant } from '../../shared/model.ts';
import type { SignInLine } from '../../shared/sign-in-line.ts';

/** The tenant of the list that a line names by its id or domain. */
export function tenantOfLine(
  tenants: readonly Tenant[],
  { tenant }: SignInLine,
): Tenant | undefined {
  const wanted = tenant?.toLowerCase();
  return tenants.find(
    ({ tenantId, defaultDomain }) => tenantId === wanted || defaultDomain.toLowerCase() === wanted,
  );
}

/** The person whom a line is most likely for: the one it names, or the only one who reaches its tenant. */
export function accountForLine(
  accounts: readonly Account[],
  tenants: readonly Tenant[],
  line: SignInLine,
): Account | undefined {
  const people = accounts.filter(({ kind }) => kind === 'user');
  const name = line.username?.toLowerCase();
  if (name !== undefined) return people.find(({ username }) => username.toLowerCase() === name);
  const tenantId = tenantOfLine(tenants, line)?.tenantId;
  const members = people.filter(({ key }) =>
    tenants.some((tenant) => tenant.accountKey === key && tenant.tenantId === tenantId),
  );
  const candidates = line.tenant === undefined ? people : members;
  return candidates.length === 1 ? candidates[0] : undefined;
}
