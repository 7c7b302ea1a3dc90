import type { Asker, IssuedToken } from '../../shared/app-state.ts';
import type { Audience } from '../../shared/audience.ts';
import { audienceScopes } from '../../shared/audience.ts';
import { cloudNamed } from '../../shared/cloud.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { aimRemedy } from './aim-remedy.ts';
import type { AnsweredRefusals } from './answered-refusals.ts';
import type { ConfirmationStage } from './confirmations.ts';
import { lockedProblem } from './lock.ts';
import type { AccessToken, Identity } from './ports/azure.ts';
import type { Clock } from './ports/clock.ts';
import { guardsOf, refusedBy } from './production-guard.ts';
import type { Store } from './store.ts';
import type { Aim } from './token-aim.ts';
import { aimAt } from './token-aim.ts';
import { unknownCloud } from './unknown-cloud.ts';

/** A minted token with what is known of it. The secret stays in main. */
export interface Minted {
  readonly issued: IssuedToken;
  readonly token: AccessToken;
}

/** What whoever asks wants beside the token. */
export interface MintWish {
  /** Milliseconds after which the asker does not wait any longer for a person to agree. */
  readonly patience?: number | undefined;
  /** Whether a cached token is no good to them; then Entra ID is asked for another one. */
  readonly isRefused?: (token: AccessToken) => boolean;
}

export interface Minting {
  /**
   * Mints silently; a refusal that a sign-in can lift comes back as a problem with that remedy. A token of a production
   * context waits until a person agrees.
   *
   * @param patience milliseconds after which the asker does not wait for that any longer
   */
  mint(
    target: TokenTarget,
    audience: Audience,
    asker: Asker,
    patience?: number,
  ): Promise<Result<Minted>>;
  /** The same for a place that was resolved before. Who asks may still be looked for. */
  mintAt(
    aim: Aim,
    audience: Audience,
    asker: Asker | Promise<Asker>,
    wish: MintWish,
  ): Promise<Result<Minted>>;
}

export interface MintingDeps {
  readonly store: Store;
  readonly identity: Pick<Identity, 'acquireToken'>;
  readonly confirmations: Pick<ConfirmationStage, 'agreed'>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly refusals: Pick<AnsweredRefusals, 'seen' | 'lifted'>;
}

export function createMinting(deps: MintingDeps): Minting {
  const { store, identity, confirmations, clock, newId, refusals } = deps;

  const isLocked = (): boolean => store.state().lock.kind === 'locked';

  const acquire = async (
    { account, tenantId }: Aim,
    audience: Audience,
    isRefused: (token: AccessToken) => boolean,
  ): Promise<Result<AccessToken>> => {
    const cloud = cloudNamed(store.state().clouds.known, account.cloud);
    if (!cloud) return fail(unknownCloud(account.cloud));
    const scopes = audienceScopes(audience, cloud);
    const ask = { account, tenantId, scopes };
    const known = await identity.acquireToken(ask);
    const answer =
      known.ok && isRefused(known.value)
        ? await identity.acquireToken({ ...ask, fresh: true })
        : known;
    if (isLocked()) return fail(lockedProblem);
    if (!store.state().accounts.some((one) => one.key === account.key)) return fail(signedOut);
    const at = { accountKey: account.key, tenantId, scopes };
    if (!answer.ok) {
      return fail(refusals.seen(at, aimRemedy(answer.problem, account, tenantId, scopes)));
    }
    refusals.lifted(at);
    return answer;
  };

  const describe = (aim: Aim, audience: Audience, token: AccessToken): IssuedToken => {
    const { account, subscriptionId, context } = aim;
    return {
      id: newId(),
      audience,
      accountKey: account.key,
      username: account.username,
      tenantId: token.tenantId,
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
      ...(context === undefined ? {} : { context }),
      scopes: token.scopes,
      issuedAt: clock.now(),
      expiresAt: token.expiresAt,
    };
  };

  const mintAt: Minting['mintAt'] = async (aim, audience, asker, wish) => {
    if (isLocked()) return fail(lockedProblem);
    const { patience, isRefused = () => false } = wish;
    const first = await acquire(aim, audience, isRefused);
    if (!first.ok) return first;
    const { account, tenantId, subscriptionId } = aim;
    // A tenant may have been named by one of its domains; only the token says which it is.
    const tenantIds = [tenantId, first.value.tenantId];
    const guards = guardsOf(store.state(), { accountKey: account.key, tenantIds, subscriptionId });
    const problem = await refusedBy(guards, confirmations, audience, asker, patience);
    if (problem) return fail(problem);
    // While a person thought about it, the token may have come to its end, and its account may have gone.
    const answer = guards.length === 0 ? first : await acquire(aim, audience, isRefused);
    if (!answer.ok) return answer;
    return succeed({ issued: describe(aim, audience, answer.value), token: answer.value });
  };

  return {
    mintAt,
    async mint(target, audience, asker, patience) {
      if (isLocked()) return fail(lockedProblem);
      const aim = aimAt(store.state(), target);
      return aim.ok ? mintAt(aim.value, audience, asker, { patience }) : aim;
    },
  };
}

const signedOut: Problem = {
  kind: 'not-signed-in',
  message: 'This account was signed out meanwhile. Sign in first.',
  remedy: { kind: 'sign-in' },
};
