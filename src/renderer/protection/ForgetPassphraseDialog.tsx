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
        Azimuth removes every file that the passphrase seals: sign-ins, accounts, the list and the
        record of hand-outs. You stay signed in until Azimuth closes; after that you sign in again.
      </p>
    </QuestionDialog>
  );
}
