import { QuestionDialog } from '../dialog/QuestionDialog.tsx';
import { useAction } from '../state/commands.ts';

/** Asks before everything that the passphrase seals is removed. */
export function ForgetPassphraseDialog({ onClose }: { onClose: () => void }) {
  const { start, busy, problem } = useAction('forget-passphrase');

  async function forget(): Promise<void> {
    const done = await start({});
    if (done.ok) onClose();
  }

  return (
    <QuestionDialog
      title="Forget the passphrase?"
      answer="Remove the files"
      busy={busy}
      problem={problem}
      onAnswer={() => void forget()}
      onClose={onClose}
    >
      <p>
        Azimuth removes every file that the passphrase seals: sign-ins, accounts, the list,
        contexts, nicknames, colours, favourites, what you use most, and the record of hand-outs.
        Where this system has a keyring by now, that keeps them from then on; else they are there
        until Azimuth closes, and you begin anew after that.
      </p>
    </QuestionDialog>
  );
}
