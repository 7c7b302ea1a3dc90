import type { Asker, IssuedToken, Token } from '../../shared/app-state.ts';
import type { Audience } from '../../shared/audience.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Holding } from './hold-tokens.ts';
import { holdTokens } from './hold-tokens.ts';
import type { Minted, Minting, MintingDeps } from './mint-token.ts';
import { createMinting } from './mint-token.ts';
import { guardsOf, refusedBy } from './production-guard.ts';
import { aimAt } from './token-aim.ts';

export interface TokenStage extends Minting, Pick<Holding, 'held' | 'letGo'> {
  /** Mints for the window, which shows what is known of the token; its text is held for copying. */
  issue(target: TokenTarget, audience: Audience, asker: Asker): Promise<Result<IssuedToken>>;
  /** A held token for somebody who takes it away: a production context may have been marked, and its agreement ended, since. */
  taken(tokenId: string, asker: Asker): Promise<Result<Minted>>;
}

export function createTokenStage(deps: MintingDeps): TokenStage {
  const { store, confirmations } = deps;
  const { mint, mintAt } = createMinting(deps);
  const { hold, held, letGo } = holdTokens(deps.clock);
  /** What was asked last, until its account is let go. */
  let latest: { readonly accountKey: string | undefined } | undefined;

  return {
    mint,
    mintAt,
    async issue(target, audience, asker) {
      const aim = aimAt(store.state(), target);
      const mine = { accountKey: aim.ok ? aim.value.account.key : undefined };
      latest = mine;
      // What was asked last is what the window shows, whichever answer comes first.
      const show = (token: Token): void => {
        if (mine === latest) store.apply({ kind: 'token-changed', token });
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
      const problem = await refusedBy(guards, confirmations, issued.audience, asker);
      return problem ? fail(problem) : held(tokenId);
    },
    letGo(accountKey) {
      letGo(accountKey);
      const { token } = store.state();
      const isTheirs =
        token.kind === 'issuing' ? latest?.accountKey === accountKey : isOf(token, accountKey);
      if (!isTheirs) return;
      latest = undefined;
      store.apply({ kind: 'token-changed', token: { kind: 'none' } });
    },
  };
}

/** Whether what the window shows of a token is about an account. */
function isOf(token: Token, accountKey: string): boolean {
  if (token.kind === 'issued') return token.issued.accountKey === accountKey;
  if (token.kind !== 'failed') return false;
  const { remedy } = token.problem;
  return remedy?.kind === 'sign-in' && remedy.accountKey === accountKey;
}
