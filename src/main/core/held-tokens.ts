import { fail, succeed } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import type { CopyStage } from './copy-token.ts';
import { tokenToCopy } from './copy-token.ts';
import type { Recorder } from './hand-out.ts';
import { recordHandOut } from './hand-out.ts';
import type { TokenStage } from './issue-token.ts';
import { lockedProblem } from './lock.ts';
import { readClaims } from './read-claims.ts';

export interface HeldTokenDeps extends Recorder {
  readonly tokens: Pick<TokenStage, 'held' | 'taken'>;
  readonly copying: Pick<CopyStage, 'copy' | 'release'>;
}

/** What can be done with a token that was issued a short while ago. */
export function heldTokenCommands(
  deps: HeldTokenDeps,
): Pick<CommandHandlers, 'copy-token' | 'reveal-token' | 'read-claims'> {
  const { store, tokens, copying } = deps;
  return {
    async 'copy-token'({ tokenId }, surface) {
      const minted = await tokens.taken(tokenId, { surface });
      if (!minted.ok) return minted;
      await copying.copy(tokenToCopy(minted.value));
      if (store.state().lock.kind === 'locked') {
        await copying.release();
        return fail(lockedProblem);
      }
      recordHandOut(deps, minted.value, { surface, act: 'copied' });
      return succeed(null);
    },
    async 'reveal-token'({ tokenId }, surface) {
      const minted = await tokens.taken(tokenId, { surface });
      if (!minted.ok) return minted;
      recordHandOut(deps, minted.value, { surface, act: 'revealed' });
      return succeed(minted.value.token.secret.reveal());
    },
    async 'read-claims'({ tokenId }) {
      const minted = tokens.held(tokenId);
      return minted.ok ? succeed(readClaims(minted.value)) : minted;
    },
  };
}
