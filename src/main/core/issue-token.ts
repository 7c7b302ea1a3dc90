import type { IssuedToken, Token } from '../../shared/app-state.ts';
import type { Audience } from '../../shared/audience.ts';
import { audienceScopes } from '../../shared/audience.ts';
import type { TokenTarget } from '../../shared/contract.ts';
import type { Account } from '../../shared/model.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { aimRemedy } from './aim-remedy.ts';
import { lockedProblem } from './lock.ts';
import type { AccessToken, Clock, Identity } from './ports.ts';
import type { Store } from './store.ts';

/** A minted token with what is known of it. The secret stays in main. */
export interface Minted {
  readonly issued: IssuedToken;
  readonly token: AccessToken;
}

export interface TokenStage {
  /** Mints silently; a refusal that a sign-in can lift comes back as a problem with that remedy. */
  mint(target: TokenTarget, audience: Audience): Promise<Result<Minted>>;
  /** Mints for the window, which shows what is known of the token; its text is held for copying. */
  issue(target: TokenTarget, audience: Audience): Promise<Result<IssuedToken>>;
  /** The token behind a handle, unless it expired or was let go. */
  held(tokenId: string): Result<Minted>;
  letGo(accountKey: string): void;
}

export interface TokenDeps {
  readonly store: Store;
  readonly identity: Pick<Identity, 'acquireToken'>;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** How many issued tokens stay at hand for copying; older ones are let go first. */
const heldAtMost = 20;

export function createTokenStage({ store, identity, clock, newId }: TokenDeps): TokenStage {
  const holding = new Map<string, Minted>();
  let asked = 0;

  const hold = (minted: Minted): void => {
    holding.set(minted.issued.id, minted);
    const [oldest] = holding.keys();
    if (holding.size > heldAtMost && oldest !== undefined) holding.delete(oldest);
  };

  const isLocked = (): boolean => store.state().lock.kind === 'locked';

  const mint = async (target: TokenTarget, audience: Audience): Promise<Result<Minted>> => {
    if (isLocked()) return fail(lockedProblem);
    const aim = resolveTarget(store, target);
    if (!aim.ok) return aim;
    const { account, tenantId, subscriptionId } = aim.value;
    const scopes = audienceScopes(audience, store.state().about.cloud);
    const answer = await identity.acquireToken({ account, tenantId, scopes });
    if (isLocked()) return fail(lockedProblem);
    if (!store.state().accounts.some((one) => one.key === account.key)) return fail(signedOut);
    if (!answer.ok) return fail(aimRemedy(answer.problem, account, tenantId));
    const token = answer.value;
    const issued: IssuedToken = {
      id: newId(),
      audience,
      accountKey: account.key,
      username: account.username,
      tenantId: token.tenantId,
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
      scopes: token.scopes,
      issuedAt: clock.now(),
      expiresAt: token.expiresAt,
    };
    return succeed({ issued, token });
  };

  return {
    mint,
    async issue(target, audience) {
      asked += 1;
      const mine = asked;
      // What was asked last is what the window shows, whichever answer comes first.
      const show = (token: Token): void => {
        if (mine === asked) store.apply({ kind: 'token-changed', token });
      };
      show({ kind: 'issuing' });
      const answer = await mint(target, audience);
      if (!answer.ok) {
        show({ kind: 'failed', problem: answer.problem });
        return answer;
      }
      const { issued } = answer.value;
      hold(answer.value);
      show({ kind: 'issued', issued });
      return succeed(issued);
    },
    held(tokenId) {
      const minted = holding.get(tokenId);
      if (minted && minted.issued.expiresAt > clock.now()) return succeed(minted);
      holding.delete(tokenId);
      return fail({ kind: 'expired', message: 'This token expired. Get a new one.' });
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

interface Aim {
  readonly account: Account;
  readonly tenantId: string;
  readonly subscriptionId?: string;
}

/** Whose token, of which tenant. A pure question to the state. */
function resolveTarget(store: Store, target: TokenTarget): Result<Aim> {
  const { accounts, tenants, subscriptions, selection } = store.state();
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
