import { commandInputs } from '../../shared/contract.ts';

const { shape } = commandInputs['sign-in'];

/** Why a tenant or an account can't be named so, in the contract's words; undefined when it can. */
export function inputError(name: 'tenant' | 'username', value: string): string | undefined {
  const parsed = shape[name].safeParse(value);
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}
