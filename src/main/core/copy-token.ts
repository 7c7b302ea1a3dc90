import pLimit from 'p-limit';
import type { ClipboardHold } from '../../shared/app-state.ts';
import type { Clock } from './ports/clock.ts';
import type { Clipboard } from './ports/desktop.ts';
import type { Log } from './ports/storage.ts';
import type { Minted } from './mint-token.ts';
import type { Secret } from './secret.ts';
import type { Store } from './store.ts';

export interface CopyDeps {
  readonly store: Store;
  readonly clipboard: Pick<Clipboard, 'writeSecret' | 'clearSecret'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds until a clipboard that could not be looked at is looked at again. */
const again = 2_000;

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

export function createCopyStage({ store, clipboard, clock, log }: CopyDeps): CopyStage {
  // One after the other: while one looks at the clipboard, what the other puts there would be cleared or forgotten.
  const inTurn = pLimit(1);
  // Not the secret: the clipboard knows it by its hash.
  let holding: { readonly accountKey: string; readonly isTold: boolean } | undefined;
  let cancelTimer = (): void => undefined;

  function releaseAfter(milliseconds: number): void {
    cancelTimer();
    cancelTimer = clock.after(milliseconds, () => void stage.release());
  }

  const stage: CopyStage = {
    copy: (secret) =>
      inTurn(async () => {
        const marksSecrets = await clipboard.writeSecret(secret.text.reveal());
        if (marksSecrets !== (store.state().background.marksSecrets ?? true)) {
          store.apply({ kind: 'background-changed', change: { marksSecrets } });
        }
        holding = { accountKey: secret.accountKey, isTold: false };
        const milliseconds = store.state().settings.clipboardSeconds * 1_000;
        releaseAfter(milliseconds);
        store.apply({
          kind: 'clipboard-changed',
          clipboard: secret.hold(clock.now() + milliseconds),
        });
      }),
    release: (accountKey) =>
      inTurn(async () => {
        if (!holding || (accountKey !== undefined && holding.accountKey !== accountKey)) return;
        try {
          await clipboard.clearSecret();
        } catch (error) {
          // It may be there still. While the screen is locked this may go on for hours, so that it is said once.
          if (!holding.isTold) {
            log.warn('the clipboard could not be cleared', { error: String(error) });
          }
          holding = { ...holding, isTold: true };
          releaseAfter(again);
          return;
        }
        holding = undefined;
        cancelTimer();
        store.apply({ kind: 'clipboard-changed', clipboard: { kind: 'none' } });
      }),
    async releaseIfDue() {
      const { clipboard: held } = store.state();
      if (held.kind !== 'none' && held.clearsAt <= clock.now()) await stage.release();
    },
  };
  return stage;
}
