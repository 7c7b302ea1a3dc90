import type { AppState, Asker, IssuedToken, Token } from '../../shared/app-state.ts';
import type { Audience } from '../../shared/audience.ts';
import { audienceScopes } from '../../shared/audience.ts';
import { cloudNamed } from '../../shared/cloud.ts';
import type { Context } from '../../shared/context.ts';
import { asksFirst, covers } from '../../shared/context.ts';
import type { TokenTarget } from '../../shared/contract.ts';
import type { Account } from '../../shared/model.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { aimRemedy } from './aim-remedy.ts';
import type { AnsweredRefusals } from './answered-refusals.ts';
import type { ConfirmationStage } from './confirmations.ts';
import type { PlainTarget } from './context-target.ts';
import { placeOf } from './context-target.ts';
import { lockedProblem } from './lock.ts';
import type { AccessToken, Identity } from './ports/azure.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './store.ts';
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

export interface TokenStage {
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
  /** The same for a place that was resolved before. */
  mintAt(aim: Aim, audience: Audience, asker: Asker, wish: MintWish): Promise<Result<Minted>>;
  /** Mints for the window, which shows what is known of the token; its text is held for copying. */
  issue(target: TokenTarget, audience: Audience, asker: Asker): Promise<Result<IssuedToken>>;
  /** The token behind a handle, unless it expired or was let go. */
  held(tokenId: string): Result<Minted>;
  /** The same for somebody who takes it away: a production context may have been marked, and its agreement ended, since. */
  taken(tokenId: string, asker: Asker): Promise<Result<Minted>>;
  letGo(accountKey: string): void;
}

export interface TokenDeps {
  readonly store: Store;
  readonly identity: Pick<Identity, 'acquireToken'>;
  readonly confirmations: Pick<ConfirmationStage, 'agreed'>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly refusals: Pick<AnsweredRefusals, 'seen' | 'lifted'>;
}

/** How many issued tokens stay at hand for copying; older ones are let go first. */
const heldAtMost = 20;

export function createTokenStage({
  store,
  identity,
  confirmations,
  clock,
  newId,
  refusals,
}: TokenDeps): TokenStage {
  const holding = new Map<string, Minted>();
  let asked = 0;

  const hold = (minted: Minted): void => {
    holding.set(minted.issued.id, minted);
    const [oldest] = holding.keys();
    if (holding.size > heldAtMost && oldest !== undefined) holding.delete(oldest);
  };

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

  const refusedBy = async (
    guards: readonly Context[],
    audience: Audience,
    asker: Asker,
    patience?: number,
  ): Promise<Problem | undefined> => {
    for (const context of guards) {
      const problem = await confirmations.agreed(context, audience, asker, patience);
      if (problem) return problem;
    }
    return undefined;
  };

  const held = (tokenId: string): Result<Minted> => {
    const minted = holding.get(tokenId);
    if (minted && minted.issued.expiresAt > clock.now()) return succeed(minted);
    holding.delete(tokenId);
    return fail({ kind: 'expired', message: 'This token expired. Get a new one.' });
  };

  const mintAt: TokenStage['mintAt'] = async (aim, audience, asker, wish) => {
    if (isLocked()) return fail(lockedProblem);
    const { patience, isRefused = () => false } = wish;
    const { account, subscriptionId, context } = aim;
    const first = await acquire(aim, audience, isRefused);
    if (!first.ok) return first;
    // A tenant may have been named by one of its domains; only the token says which it is.
    const tenantIds = [aim.tenantId, first.value.tenantId];
    const guards = guardsOf(store.state(), { accountKey: account.key, tenantIds, subscriptionId });
    const problem = await refusedBy(guards, audience, asker, patience);
    if (problem) return fail(problem);
    // While a person thought about it, the token may have come to its end, and its account may have gone.
    const answer = guards.length === 0 ? first : await acquire(aim, audience, isRefused);
    if (!answer.ok) return answer;
    const token = answer.value;
    const issued: IssuedToken = {
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
    return succeed({ issued, token });
  };

  const mint: TokenStage['mint'] = async (target, audience, asker, patience) => {
    if (isLocked()) return fail(lockedProblem);
    const aim = aimAt(store.state(), target);
    return aim.ok ? mintAt(aim.value, audience, asker, { patience }) : aim;
  };

  return {
    mint,
    mintAt,
    async issue(target, audience, asker) {
      asked += 1;
      const mine = asked;
      // What was asked last is what the window shows, whichever answer comes first.
      const show = (token: Token): void => {
        if (mine === asked) store.apply({ kind: 'token-changed', token });
      };
      show({ kind: 'issuing' });
      const answer = await mint(target, audience, asker);
      if (!answer.ok) {
        show({ kind: 'failed', problem: answer.problem });
        return answer;
      }
      const { issued } = answer.value;
      hold(answer.value);
      show({ kind: 'issued', issued });
      return succeed(issued);
    },
    held,
    async taken(tokenId, asker) {
      const minted = held(tokenId);
      if (!minted.ok) return minted;
      const { issued } = minted.value;
      const guards = guardsOf(store.state(), { ...issued, tenantIds: [issued.tenantId] });
      const problem = await refusedBy(guards, issued.audience, asker);
      return problem ? fail(problem) : held(tokenId);
    },
    letGo(accountKey) {
      for (const [id, { issued }] of holding) {
        if (issued.accountKey === accountKey) holding.delete(id);
      }
      const { token } = store.state();
      const isTheirs =
        (token.kind === 'issued' && token.issued.accountKey === accountKey) ||
        (token.kind === 'failed' &&
          token.problem.remedy?.kind === 'sign-in' &&
          token.problem.remedy.accountKey === accountKey);
      if (isTheirs) {
        store.apply({ kind: 'token-changed', token: { kind: 'none' } });
      }
    },
  };
}

/** Where a token is of. */
export interface Aim {
  readonly account: Account;
  readonly tenantId: string;
  readonly subscriptionId?: string | undefined;
  /** The name of the context through which it was named. */
  readonly context?: string | undefined;
}

interface Guarded {
  readonly accountKey: string;
  /** The names of one tenant. */
  readonly tenantIds: readonly string[];
  readonly subscriptionId?: string | undefined;
}

/** The production contexts that are meant, under whatever name they were asked for, and that ask a person first. */
const guardsOf = (
  { contexts }: AppState,
  { accountKey, tenantIds, subscriptionId }: Guarded,
): readonly Context[] =>
  contexts.list.filter(
    (context) =>
      asksFirst(context) &&
      tenantIds.some((tenantId) => covers(context, { accountKey, tenantId, subscriptionId })),
  );

/** Whose token, of which tenant. A pure question to the state. */
export function aimAt(state: AppState, target: TokenTarget): Result<Aim> {
  const place = placeOf(state, target);
  if (!place.ok) return place;
  const aim = resolveTarget(state, place.value.target);
  return aim.ok ? succeed({ ...aim.value, context: place.value.context?.name }) : aim;
}

function resolveTarget(
  { accounts, tenants, subscriptions, selection }: AppState,
  target: PlainTarget,
): Result<Aim> {
  if (accounts.length === 0) {
    return fail({
      kind: 'not-signed-in',
      message: 'Nobody is signed in. Sign in first.',
      remedy: { kind: 'sign-in' },
    });
  }
  if (target.kind === 'any-tenant') {
    const account = accounts.find((one) => one.key === target.accountKey);
    return account ? succeed({ account, tenantId: target.tenant }) : fail(goneFromList(target));
  }
  const subscriptionKey =
    target.kind === 'default'
      ? selection.defaultSubscriptionKey
      : target.kind === 'subscription'
        ? target.subscriptionKey
        : undefined;
  if (target.kind === 'default' && subscriptionKey === undefined) {
    return fail({
      kind: 'no-default',
      message: 'No default subscription is chosen. Choose one in the list first.',
      remedy: { kind: 'choose-default' },
    });
  }
  const row =
    target.kind === 'tenant'
      ? tenants.find((one) => one.key === target.tenantKey)
      : subscriptions.find((one) => one.key === subscriptionKey);
  const account = row && accounts.find((one) => one.key === row.accountKey);
  if (!row || !account) {
    return fail(goneFromList(target));
  }
  return succeed({
    account,
    tenantId: row.tenantId,
    ...('subscriptionId' in row ? { subscriptionId: row.subscriptionId } : {}),
  });
}

const signedOut: Problem = {
  kind: 'not-signed-in',
  message: 'This account was signed out meanwhile. Sign in first.',
  remedy: { kind: 'sign-in' },
};

const goneFromList = ({ kind }: TokenTarget): Problem => ({
  kind: kind === 'tenant' || kind === 'any-tenant' ? 'unknown-tenant' : 'unknown-subscription',
  message: 'That is no longer in the list. Refresh the list and choose again.',
  remedy: { kind: 'refresh' },
});
