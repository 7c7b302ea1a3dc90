import type { Background } from '../../shared/app-state.ts';
import { cloudNamed } from '../../shared/cloud.ts';
import type { Problem } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { TokenForm } from '../../shared/token-form.ts';
import { tokenInForm } from '../../shared/token-form.ts';
import type { CommandHandlers } from './commands.ts';
import type { CopyStage } from './copy-token.ts';
import { tokenToCopy } from './copy-token.ts';
import type { Recorder } from './hand-out.ts';
import { recordHandOut } from './hand-out.ts';
import type { TokenStage } from './issue-token.ts';
import { lockedProblem } from './lock.ts';
import type { Minted } from './mint-token.ts';
import { readClaims } from './read-claims.ts';
import type { Secret } from './secret.ts';
import { secret } from './secret.ts';

export interface HeldTokenDeps extends Recorder {
  readonly tokens: Pick<TokenStage, 'held' | 'taken'>;
  readonly copying: Pick<CopyStage, 'copy' | 'release'>;
}

/** What can be done with a token that was issued a short while ago. */
export function heldTokenCommands(
  deps: HeldTokenDeps,
): Pick<CommandHandlers, 'copy-token' | 'reveal-token' | 'read-claims'> {
  const { store, tokens, copying } = deps;
  const formed = ({ issued, token }: Minted, form: TokenForm = 'token'): Secret => {
    const { clouds, accounts } = store.state();
    const account = accounts.find(({ key }) => key === issued.accountKey);
    const resourceManager = account && cloudNamed(clouds.known, account.cloud)?.resourceManager;
    return secret(tokenInForm(form, token.secret.reveal(), { ...issued, resourceManager }));
  };

  return {
    async 'copy-token'({ tokenId, form }, surface) {
      const minted = await tokens.taken(tokenId, { surface });
      if (!minted.ok) return minted;
      try {
        await copying.copy(tokenToCopy(minted.value, formed(minted.value, form)));
      } catch (error) {
        return fail(notCopied(store.state().background, error));
      }
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

/** Said rather than "copied": the person would paste what they copied before. */
function notCopied({ clipboardNeedsFocus }: Background, error: unknown): Problem {
  return {
    kind: 'clipboard',
    message: clipboardNeedsFocus
      ? 'On Wayland only the window in front can copy. Copy the token in the window, or install wl-clipboard and start Azimuth again.'
      : 'The token is not on the clipboard: the system did not take it.',
    detail: error instanceof Error ? error.message : String(error),
    remedy: { kind: 'retry' },
  };
}
