import { useState } from 'react';
import { FormDialog } from '../dialog/FormDialog.tsx';
import { useAction } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import { passphraseErrors } from './passphrase-errors.ts';
import { PassphraseField } from './PassphraseField.tsx';

interface PassphraseDialogProps {
  readonly kind: 'set' | 'change';
  readonly onClose: () => void;
}

const words = {
  set: { title: 'Protect with a passphrase', button: 'Protect', done: 'Protected' },
  change: { title: 'Change the passphrase', button: 'Change', done: 'Passphrase changed' },
} as const;

/** Asks for a new passphrase, twice, and for the one there is. */
export function PassphraseDialog({ kind, onClose }: PassphraseDialogProps) {
  const [current, setCurrent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const set = useAction('set-passphrase');
  const change = useAction('change-passphrase');
  const tell = useTell();
  const { busy, problem } = kind === 'set' ? set : change;
  const typed = { current: kind === 'set' ? undefined : current, passphrase, again };
  const errors = tried ? passphraseErrors(typed) : {};

  async function submit(): Promise<void> {
    setTried(true);
    if (Object.keys(passphraseErrors(typed)).length > 0) return;
    const done =
      kind === 'set'
        ? await set.start({ passphrase })
        : await change.start({ current, passphrase });
    if (!done.ok) return;
    tell(words[kind].done);
    onClose();
  }

  return (
    <FormDialog
      title={words[kind].title}
      submit={words[kind].button}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {kind === 'set' ? (
        <p>
          Your accounts stay on this computer, encrypted. Azimuth asks for the passphrase each time
          it starts. Nobody can recover it: if you forget it, you sign in again.
        </p>
      ) : (
        <PassphraseField
          label="Current passphrase"
          value={current}
          error={errors.current}
          autoFocus
          autoComplete="current-password"
          onChange={setCurrent}
        />
      )}
      <PassphraseField
        label="New passphrase"
        value={passphrase}
        error={errors.passphrase}
        hint="A few words are easier to remember than signs."
        autoFocus={kind === 'set'}
        autoComplete="new-password"
        onChange={setPassphrase}
      />
      <PassphraseField
        label="The same again"
        value={again}
        error={errors.again}
        autoComplete="new-password"
        onChange={setAgain}
      />
    </FormDialog>
  );
}
