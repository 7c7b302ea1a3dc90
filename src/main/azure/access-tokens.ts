import type { Result } from '../../shared/problem.ts';
import { accountKeyOf } from '../../shared/model.ts';
import { succeed } from '../../shared/problem.ts';
import type { AccessToken, SessionOwner, TokenAsk } from '../core/ports/azure.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { CheckedToken } from './checked-token.ts';

/** Milliseconds that an ask waits for a newer token while the one at hand is still good. */
const patience = 3_000;

/** Milliseconds of life without which a remembered token is handed to nobody: a minute, also after that wait. */
const leastLife = 60_000 + patience;

/** Milliseconds after a refresh that failed in which the next one is not tried. */
const retryAfter = 30_000;

/** Asks Entra ID, or MSAL's cache unless what is in there is to be renewed. */
export type Mint = (ask: TokenAsk, renew: boolean) => Promise<Result<CheckedToken>>;

type Owner = Pick<SessionOwner, 'cloud' | 'homeAccountId' | 'clientId'>;

export interface AccessTokens {
  acquire(ask: TokenAsk): Promise<Result<AccessToken>>;
  /** Takes in a token that came otherwise, as with a sign-in. */
  keep(ask: TokenAsk, token: CheckedToken): void;
  /** Drops those of one session; the same person may have another with another client. */
  forget(session: Owner): void;
}

/**
 * Mints silently. A fresh token is remembered in front of MSAL, whose own look-up scans its whole cache, and asks for the
 * same token at the same time are one request. A token is renewed ahead of its end; while Entra ID can't be had, what is
 * remembered is good for all but its last minute.
 */
export function createAccessTokens(mint: Mint, clock: Clock): AccessTokens {
  const fresh = new Map<string, CheckedToken>();
  const underWay = new Map<string, Promise<Result<CheckedToken>>>();

  /** One request; its answer is remembered unless its account was forgotten meanwhile. */
  const request = async (ask: TokenAsk, tokenKey: string, askKey: string, renew: boolean) => {
    const asking = mint(ask, renew);
    underWay.set(askKey, asking);
    const answer = await asking;
    if (underWay.get(askKey) !== asking) return answer;
    underWay.delete(askKey);
    // An answer to a challenge takes the place of the token that was challenged, which nobody accepts any more.
    if (answer.ok) fresh.set(tokenKey, answer.value);
    else if (!renew) fresh.delete(tokenKey);
    return answer;
  };

  /** A newer token if it comes soon; else the one at hand, and the newer one for whoever asks next. */
  const renew = (
    ask: TokenAsk,
    tokenKey: string,
    known: CheckedToken,
  ): Promise<Result<AccessToken>> =>
    new Promise((resolve, reject) => {
      const cancelTimer = clock.after(patience, () => resolve(succeed(known)));
      const settle = (answer: Result<CheckedToken>): void => {
        cancelTimer();
        if (!answer.ok && fresh.get(tokenKey) === known) {
          fresh.set(tokenKey, { ...known, refreshAt: clock.now() + retryAfter });
        }
        resolve(answer.ok ? answer : succeed(known));
      };
      const askKey = askKeyOf(tokenKey, ask);
      (underWay.get(askKey) ?? request(ask, tokenKey, askKey, true)).then(settle, reject);
    });

  return {
    async acquire(ask) {
      const tokenKey = tokenKeyOf(ask);
      const known = fresh.get(tokenKey);
      const now = clock.now();
      const mayBeKnown = ask.claims === undefined && ask.fresh !== true;
      if (known && mayBeKnown && known.expiresAt - leastLife > now) {
        return known.refreshAt > now ? succeed(known) : renew(ask, tokenKey, known);
      }
      const askKey = askKeyOf(tokenKey, ask);
      return underWay.get(askKey) ?? request(ask, tokenKey, askKey, ask.fresh === true);
    },
    keep(ask, token) {
      fresh.set(tokenKeyOf(ask), token);
    },
    forget(session) {
      const prefix = `${sessionKeyOf(session)} `;
      for (const known of [fresh, underWay]) {
        for (const key of known.keys()) {
          if (key.startsWith(prefix)) known.delete(key);
        }
      }
    },
  };
}

const sessionKeyOf = ({ cloud, homeAccountId, clientId = '' }: Owner): string =>
  `${accountKeyOf(cloud, homeAccountId)} ${clientId}`;

const tokenKeyOf = ({ account, tenantId, scopes }: TokenAsk): string =>
  [sessionKeyOf(account), tenantId.toLowerCase(), ...scopes.toSorted()].join(' ');

const askKeyOf = (tokenKey: string, { claims = '', fresh = false }: TokenAsk): string =>
  `${tokenKey} ${claims}${fresh ? ' fresh' : ''}`;
