import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { QuestionDialog } from '../dialog/QuestionDialog.tsx';
import { useAction } from '../state/commands.ts';
import { StaysAtTheProvider } from './StaysAtTheProvider.tsx';

interface WipeDialogProps {
  /** From a locked app it is the way out for who can't unlock it. */
  readonly locked?: boolean;
  readonly onClose: () => void;
}

/** Asks before everything is signed out and removed. What came of it is said by a notice on the first screen. */
export function WipeDialog({ locked = false, onClose }: WipeDialogProps) {
  const [settings, setSettings] = useState(false);
  const { start, busy, problem } = useAction('wipe');

  async function wipe(): Promise<void> {
    const done = await start({ settings });
    if (done.ok) onClose();
  }

  return (
    <QuestionDialog
      title="Sign out of everything?"
      answer="Sign out and remove"
      busy={busy}
      problem={problem}
      onAnswer={() => void wipe()}
      onClose={onClose}
    >
      <p>
        {locked && 'Nobody can open what is sealed without unlocking it; you can start over. '}
        Azimuth signs out every account and removes its files: the vault with all copies, the record
        of hand-outs and the log. This can’t be undone.
      </p>
      <Checkbox
        checked={settings}
        onChange={(_, { checked }) => setSettings(checked === true)}
        label="Remove the settings too"
      />
      <StaysAtTheProvider />
    </QuestionDialog>
  );
}
