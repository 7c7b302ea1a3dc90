import type { Identity, SignInRequest } from '../../../src/main/core/ports/azure.ts';
import type { Account } from '../../../src/shared/model.ts';
import type { Cloud, User } from '../../cloud/start.ts';
import { accountOf } from './simulated-azure.ts';

type Approving = Pick<Cloud, 'approveDeviceCode'>;

/** A sign-in by device code that the user approves at once, on another device. */
export const byDeviceCode = (simulated: Approving, user: User): SignInRequest => ({
  method: 'device-code',
  cloud: 'Simulated',
  signal: new AbortController().signal,
  prompt: (prompt) => prompt.kind === 'code' && simulated.approveDeviceCode(prompt.userCode, user),
});

export async function signInByDeviceCode(
  identity: Pick<Identity, 'signIn'>,
  simulated: Approving,
  user: User,
  more: Partial<SignInRequest> = {},
): Promise<Account> {
  const answer = await identity.signIn({ ...byDeviceCode(simulated, user), ...more });
  if (!answer.ok) throw new Error(answer.problem.detail ?? answer.problem.message);
  return accountOf(answer.value);
}
