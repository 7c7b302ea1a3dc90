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

const fields = {
  current: { label: 'Current passphrase', autoComplete: 'current-password' },
  passphrase: {
    label: 'New passphrase',
    autoComplete: 'new-password',
    hint: 'A few words are easier to remember than signs.',
  },
  again: { label: 'The same again', autoComplete: 'new-password' },
} as const;

const asked = {
  set: ['passphrase', 'again'],
  change: ['current', 'passphrase', 'again'],
} as const;

/** Asks for a new passphrase, twice, and for the one there is. */
export function PassphraseDialog({ kind, onClose }: PassphraseDialogProps) {
  const [typed, setTyped] = useState({ current: '', passphrase: '', again: '' });
  const [tried, setTried] = useState(false);
  const set = useAction('set-passphrase');
  const change = useAction('change-passphrase');
  const tell = useTell();
  const { busy, problem } = kind === 'set' ? set : change;
  const { current, passphrase } = typed;
  const wrong = passphraseErrors(kind === 'set' ? { ...typed, current: undefined } : typed);
  const errors = tried ? wrong : {};

  async function submit(): Promise<void> {
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
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
      {kind === 'set' && (
        <p>
          Your accounts stay on this computer, encrypted. Azimuth asks for the passphrase each time
          it starts. Nobody can recover it: if you forget it, you sign in again.
        </p>
      )}
      {asked[kind].map((name) => (
        <PassphraseField
          key={name}
          {...fields[name]}
          value={typed[name]}
          error={errors[name]}
          onChange={(text) => setTyped({ ...typed, [name]: text })}
        />
      ))}
    </FormDialog>
  );
}
