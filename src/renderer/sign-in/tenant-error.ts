import { commandInputs } from '../../shared/contract.ts';

/** Why a tenant can't be named so, in the contract's words; undefined when it can. */
export function tenantError(tenant: string): string | undefined {
  const parsed = commandInputs['sign-in'].shape.tenant.safeParse(tenant);
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}
