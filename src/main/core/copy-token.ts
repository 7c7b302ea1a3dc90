import type { ClipboardHold } from '../../shared/app-state.ts';
import type { Clock } from './ports/clock.ts';
import type { Clipboard } from './ports/desktop.ts';
import type { Minted } from './mint-token.ts';
import type { Secret } from './secret.ts';
import type { Store } from './store.ts';

export interface CopyDeps {
  readonly store: Store;
  readonly clipboard: Pick<Clipboard, 'read' | 'writeSecret' | 'clear'>;
  readonly clock: Clock;
}

/** A secret for the clipboard, and how the state names it there. */
export interface SecretToCopy {
  readonly text: Secret;
  readonly accountKey: string;
  readonly hold: (clearsAt: number) => ClipboardHold;
}

/** @param text the form in which it is copied */
export const tokenToCopy = (
  { issued, token }: Minted,
  text: Secret = token.secret,
): SecretToCopy => ({
  text,
  accountKey: issued.accountKey,
  hold: (clearsAt) => ({ kind: 'token', tokenId: issued.id, clearsAt }),
});

export interface CopyStage {
  /** Puts a secret on the clipboard, for as long as the settings say. */
  copy(secret: SecretToCopy): Promise<void>;
  /**
   * Clears the clipboard if it still holds our secret; what the person copied since then stays.
   *
   * @param accountKey only a secret of this account
   */
  release(accountKey?: string): Promise<void>;
  /** The same if its time is over: the timer may be late after a sleep. */
  releaseIfDue(): Promise<void>;
}

export function createCopyStage({ store, clipboard, clock }: CopyDeps): CopyStage {
  let holding: (SecretToCopy & { readonly cancelTimer: () => void }) | undefined;

  const stage: CopyStage = {
    async copy(secret) {
      await clipboard.writeSecret(secret.text.reveal());
      holding?.cancelTimer();
      const milliseconds = store.state().settings.clipboardSeconds * 1_000;
      const cancelTimer = clock.after(milliseconds, () => void stage.release());
      holding = { ...secret, cancelTimer };
      store.apply({
        kind: 'clipboard-changed',
        clipboard: secret.hold(clock.now() + milliseconds),
      });
    },
    async release(accountKey) {
      if (!holding) return;
      const { text, cancelTimer } = holding;
      if (accountKey !== undefined && holding.accountKey !== accountKey) return;
      holding = undefined;
      cancelTimer();
      if ((await clipboard.read()) === text.reveal()) await clipboard.clear();
      store.apply({ kind: 'clipboard-changed', clipboard: { kind: 'none' } });
    },
    async releaseIfDue() {
      const { clipboard: held } = store.state();
      if (held.kind !== 'none' && held.clearsAt <= clock.now()) await stage.release();
    },
  };
  return stage;
}
