import { decodeJwt } from 'jose';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { AccessToken, Clock, TokenAsk } from '../core/ports.ts';
import { secret } from '../core/secret.ts';
import { withExchanges } from './exchange.ts';
import type { MsalClient } from './msal-client.ts';
import { translateError } from './translate-error.ts';

/** Milliseconds before its end at which a remembered token is no longer handed out. */
const margin = 5 * 60 * 1_000;

export interface AccessTokens {
  acquire(ask: TokenAsk): Promise<Result<AccessToken>>;
  forget(homeAccountId: string): void;
}

/**
 * Mints silently. A fresh token is remembered in front of MSAL, whose own look-up scans its whole cache, and asks for the
 * same token at the same time are one request.
 */
export function createAccessTokens(client: MsalClient, clock: Clock): AccessTokens {
  const fresh = new Map<string, AccessToken>();
  const underWay = new Map<string, Promise<Result<AccessToken>>>();

  const acquireNow = async (ask: TokenAsk): Promise<Result<AccessToken>> =>
    withExchanges(
      () => acquireSilently(client, ask),
      (error, last) => fail(withChallenge(translateError(error, last), ask)),
    );

  /** One request; its answer is remembered unless its account was forgotten meanwhile. */
  const request = async (ask: TokenAsk, tokenKey: string, askKey: string) => {
    const asking = acquireNow(ask);
    underWay.set(askKey, asking);
    const answer = await asking;
    if (underWay.get(askKey) !== asking) return answer;
    underWay.delete(askKey);
    // An answer to a challenge takes the place of the token that was challenged, which nobody accepts any more.
    if (answer.ok) fresh.set(tokenKey, answer.value);
    else fresh.delete(tokenKey);
    return answer;
  };

  return {
    async acquire(ask) {
      const tokenKey = tokenKeyOf(ask);
      const remembered = fresh.get(tokenKey);
      if (remembered && ask.claims === undefined && remembered.expiresAt - margin > clock.now()) {
        return succeed(remembered);
      }
      const askKey = `${tokenKey} ${ask.claims ?? ''}`;
      return underWay.get(askKey) ?? request(ask, tokenKey, askKey);
    },
    forget(homeAccountId) {
      for (const known of [fresh, underWay]) {
        for (const key of known.keys()) {
          if (key.startsWith(`${homeAccountId} `)) known.delete(key);
        }
      }
    },
  };
}

function tokenKeyOf({ account, tenantId, scopes }: TokenAsk): string {
  return [account.homeAccountId, tenantId, ...scopes.toSorted()].join(' ');
}

/** A sign-in that answers a challenge has to carry it, also where the refusal itself does not repeat it. */
function withChallenge(problem: Problem, { claims }: TokenAsk): Problem {
  if (claims === undefined || problem.remedy?.kind !== 'sign-in') return problem;
  return { claims, ...problem };
}

async function acquireSilently(client: MsalClient, ask: TokenAsk): Promise<Result<AccessToken>> {
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
  const issuedBy = tenantOf(result.accessToken) ?? result.tenantId;
  if (isTenantId(ask.tenantId) && issuedBy !== ask.tenantId.toLowerCase()) {
    return fail({
      kind: 'unexpected',
      message: `Entra ID issued a token of another tenant (${issuedBy}). It was thrown away.`,
      remedy: { kind: 'retry' },
    });
  }
  return succeed({
    secret: secret(result.accessToken),
    tenantId: issuedBy,
    scopes: result.scopes,
    expiresAt: result.expiresOn?.getTime() ?? 0,
  });
}

/** A tenant may also be named by a domain; no cached token matches that, so the answer comes from its own endpoint. */
function isTenantId(tenant: string): boolean {
  return /^[0-9a-f-]{36}$/i.test(tenant);
}

/** The `tid` of a token that is a JWT; some services' tokens are not. */
function tenantOf(token: string): string | undefined {
  try {
    const { tid } = decodeJwt(token);
    return typeof tid === 'string' ? tid : undefined;
  } catch {
    return undefined;
  }
}
