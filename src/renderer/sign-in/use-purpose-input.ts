import { useCallback } from 'react';
import type { SignInMethod, SignInPurpose } from '../../shared/app-state.ts';
import type { CommandInput } from '../../shared/contract.ts';
import { signInInput } from '../problem/remedy.ts';
import { useSlice } from '../state/window-context.ts';

/** The command that starts the same sign-in again, perhaps the other way. */
export function usePurposeInput(
  purpose: SignInPurpose,
): (method: SignInMethod) => CommandInput<'sign-in'> {
  const accounts = useSlice('accounts');
  return useCallback(
    (method) => {
      const account = accounts.find(
        ({ username, cloud }) => username === purpose.username && cloud === purpose.cloud,
      );
      return account === undefined
        ? signInInput(method, purpose.tenant, undefined, {
            cloud: purpose.cloud,
            ...(purpose.username === undefined ? {} : { username: purpose.username }),
          })
        : signInInput(method, purpose.tenant, account.key);
    },
    [accounts, purpose],
  );
}
