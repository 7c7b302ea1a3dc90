import type { Result } from '../../shared/problem.ts';
import { succeed } from '../../shared/problem.ts';
import type { AccessToken, Clock, TokenAsk } from '../core/ports.ts';

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
export function createAccessTokens(
  mint: (ask: TokenAsk) => Promise<Result<AccessToken>>,
  clock: Clock,
): AccessTokens {
  const fresh = new Map<string, AccessToken>();
  const underWay = new Map<string, Promise<Result<AccessToken>>>();

  /** One request; its answer is remembered unless its account was forgotten meanwhile. */
  const request = async (ask: TokenAsk, tokenKey: string, askKey: string) => {
    const asking = mint(ask);
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
