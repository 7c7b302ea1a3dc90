import type { Clipboard, Clock } from './ports.ts';
import type { Minted } from './issue-token.ts';
import type { Store } from './store.ts';

export interface CopyDeps {
  readonly store: Store;
  readonly clipboard: Pick<Clipboard, 'read' | 'writeSecret' | 'clear'>;
  readonly clock: Clock;
}

export interface CopyStage {
  /** Puts the token on the clipboard, for as long as the settings say. */
  copy(minted: Minted): Promise<void>;
  /**
   * Clears the clipboard if it still holds our token; what the person copied since then stays.
   *
   * @param accountKey only a token of this account
   */
  release(accountKey?: string): Promise<void>;
  /** The same if its time is over: the timer may be late after a sleep. */
  releaseIfDue(): Promise<void>;
}

export function createCopyStage({ store, clipboard, clock }: CopyDeps): CopyStage {
  let holding: (Minted & { readonly cancelTimer: () => void }) | undefined;

  const stage: CopyStage = {
    async copy({ issued, token }) {
      await clipboard.writeSecret(token.secret.reveal());
      holding?.cancelTimer();
      const milliseconds = store.state().settings.clipboardSeconds * 1_000;
      const cancelTimer = clock.after(milliseconds, () => void stage.release());
      holding = { issued, token, cancelTimer };
      store.apply({
        kind: 'clipboard-changed',
        clipboard: { kind: 'token', tokenId: issued.id, clearsAt: clock.now() + milliseconds },
      });
    },
    async release(accountKey) {
      if (!holding) return;
      const { issued, token, cancelTimer } = holding;
      if (accountKey !== undefined && issued.accountKey !== accountKey) return;
      holding = undefined;
      cancelTimer();
      if ((await clipboard.read()) === token.secret.reveal()) await clipboard.clear();
      store.apply({ kind: 'clipboard-changed', clipboard: { kind: 'none' } });
    },
    async releaseIfDue() {
      const { clipboard: held } = store.state();
      if (held.kind === 'token' && held.clearsAt <= clock.now()) await stage.release();
    },
  };
  return stage;
}
