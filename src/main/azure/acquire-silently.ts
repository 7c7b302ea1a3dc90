import type { Problem, Result } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import type { TokenAsk } from '../core/ports/azure.ts';
import type { CheckedToken } from './checked-token.ts';
import { checkedToken } from './checked-token.ts';
import { withExchanges } from './exchange.ts';
import type { MsalClient } from './msal-client.ts';
import { translateError } from './translate-error.ts';

/**
 * A user's token, from the session that a sign-in left. Never prompts.
 *
 * @param renew whether MSAL must not answer with the one that it has
 */
export const acquireSilently = (
  client: MsalClient,
  ask: TokenAsk,
  renew: boolean,
): Promise<Result<CheckedToken>> =>
  withExchanges(
    () => acquire(client, ask, renew),
    (error, last) => fail(withChallenge(translateError(error, last), ask)),
  );

/** A sign-in that answers a challenge has to carry it, also where the refusal itself does not repeat it. */
function withChallenge(problem: Problem, { claims }: TokenAsk): Problem {
  if (claims === undefined || problem.remedy?.kind !== 'sign-in') return problem;
  return { claims, ...problem };
}

async function acquire(
  client: MsalClient,
  ask: TokenAsk,
  renew: boolean,
): Promise<Result<CheckedToken>> {
  const account = await client.account(ask.account.homeAccountId);
  if (!account) {
    return fail({
      kind: 'sign-in-again',
      message: `The session of ${ask.account.username} is not stored on this computer. Sign in again.`,
      remedy: { kind: 'sign-in' },
    });
  }
  const result = await client.mint(account, ask.tenantId, (msal) =>
    msal.acquireTokenSilent({
      // MSAL looks its cache up by the account's tenant, not by the authority: without this, the home tenant's token
      // comes back for every tenant.
      account: { ...account, tenantId: ask.tenantId },
      authority: `${client.cloud.authority}/${ask.tenantId}`,
      scopes: [...ask.scopes],
      forceRefresh: renew,
      ...(ask.claims === undefined ? {} : { claims: ask.claims }),
    }),
  );
  return checkedToken(result, ask.tenantId);
}
