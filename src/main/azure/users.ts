import type { AuthenticationResult } from '@azure/msal-node';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Identity, SignInRequest, SignedInUser } from '../core/ports/azure.ts';
import type { Clock } from '../core/ports/clock.ts';
import { acquireSilently } from './acquire-silently.ts';
import { createAccessTokens } from './access-tokens.ts';
import { checkedToken } from './checked-token.ts';
import { withExchanges } from './exchange.ts';
import { unknownCloud } from '../core/unknown-cloud.ts';
import type { MsalClient } from './msal-client.ts';
import type { MsalClients } from './msal-clients.ts';
import { readOpenIdConfiguration } from './open-id-configuration.ts';
import { signInByDeviceCode } from './sign-in-device-code.ts';
import type { SessionBook } from './session-book.ts';
import { scopesFor } from './sign-in-flow.ts';
import { signInInteractively } from './sign-in-interactive.ts';
import { translateError } from './translate-error.ts';

const flows = { interactive: signInInteractively, 'device-code': signInByDeviceCode };

const cancelled: Problem = { kind: 'cancelled', message: 'The sign-in was cancelled.' };

/** People, who sign in with a browser or a code. */
export type Users = Pick<Identity, 'signIn' | 'acquireToken' | 'forget' | 'flush'>;

export function createUsers(
  clients: MsalClients,
  sessions: Pick<SessionBook, 'forget'>,
  clock: Clock,
): Users {
  const tokens = createAccessTokens(async (ask, renew) => {
    const { cloud, clientId } = ask.account;
    const client = clients.of(cloud, clientId);
    return client ? acquireSilently(client, ask, renew) : fail(unknownCloud(cloud));
  }, clock);

  /** A sign-in that came through after it was cancelled must leave nothing behind, unless the account was there before. */
  const undoLate = async (client: MsalClient, { account }: AuthenticationResult): Promise<void> => {
    if (account && !(await client.account(account.homeAccountId))) await client.remove(account);
  };

  /** The token that came with the sign-in has what a challenge asked for, which a silent one may lack. */
  const keepToken = (
    account: SignedInUser,
    scopes: readonly string[],
    result: AuthenticationResult,
  ): void => {
    const checked = checkedToken(result, result.tenantId);
    if (!checked.ok) return;
    tokens.keep({ account, tenantId: checked.value.tenantId, scopes }, checked.value);
  };

  const signIn = async (request: SignInRequest): Promise<Result<SignedInUser>> => {
    const client = clients.of(request.cloud);
    if (!client) return fail(unknownCloud(request.cloud));
    const { network, cloud } = client;
    if (request.tenant !== undefined) {
      await readOpenIdConfiguration(network, cloud.authority, request.tenant);
    }
    const result = flows[request.method](client, request);
    if (await abortedFirst(request.signal, result)) {
      void result.then((late) => undoLate(client, late)).catch(() => undefined);
      if (request.method === 'interactive') await result.catch(() => undefined);
      return fail(cancelled);
    }
    const authenticated = await result;
    const user = await client.welcome(authenticated);
    tokens.forget(user);
    keepToken(user, scopesFor(client, request), authenticated);
    // Whoever came back is signed in, if only until the end where the disk takes nothing.
    await client.flush().catch(() => undefined);
    return succeed(user);
  };

  return {
    signIn: (request) =>
      withExchanges(
        () => signIn(request),
        (error, last) => fail(request.signal.aborted ? cancelled : translateError(error, last)),
        request.signal,
      ),
    acquireToken: (ask) => tokens.acquire(ask),
    async forget({ cloud, homeAccountId, clientId }) {
      tokens.forget({ cloud, homeAccountId, clientId });
      const client = clients.of(cloud, clientId);
      if (!client) return sessions.forget(cloud, homeAccountId);
      const account = await client.account(homeAccountId);
      if (account) await client.remove(account);
    },
    flush: () => clients.flush(),
  };
}

/** Whether the signal was aborted before the work settled either way. */
function abortedFirst(signal: AbortSignal, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(true);
    signal.addEventListener('abort', () => resolve(true), { once: true });
    work.then(
      () => resolve(false),
      () => resolve(false),
    );
  });
}
