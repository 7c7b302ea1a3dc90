import type { Problem, Result } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import type { AccessToken, TokenAsk } from '../core/ports.ts';
import { checkedToken } from './checked-token.ts';
import { withExchanges } from './exchange.ts';
import type { MsalClient } from './msal-client.ts';
import { translateError } from './translate-error.ts';

/** A user's token, from the session that a sign-in left. Never prompts. */
export const acquireSilently = (client: MsalClient, ask: TokenAsk): Promise<Result<AccessToken>> =>
  withExchanges(
    () => acquire(client, ask),
    (error, last) => fail(withChallenge(translateError(error, last), ask)),
  );

/** A sign-in that answers a challenge has to carry it, also where the refusal itself does not repeat it. */
function withChallenge(problem: Problem, { claims }: TokenAsk): Problem {
  if (claims === undefined || problem.remedy?.kind !== 'sign-in') return problem;
  return { claims, ...problem };
}

async function acquire(client: MsalClient, ask: TokenAsk): Promise<Result<AccessToken>> {
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
      ...(ask.claims === undefined ? {} : { claims: ask.claims }),
    }),
  );
  return checkedToken(result, ask.tenantId);
}
