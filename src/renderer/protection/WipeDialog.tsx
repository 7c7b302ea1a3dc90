import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import styles from './Protection.module.css';
import { StaysAtTheProvider } from './StaysAtTheProvider.tsx';

interface WipeDialogProps {
  /** From a locked app it is the way out for who can't unlock it. */
  readonly locked?: boolean;
  readonly onClose: () => void;
}

/** Asks before everything is signed out and removed. What came of it is said by a notice: the window turns to its first screen. */
export function WipeDialog({ locked = false, onClose }: WipeDialogProps) {
  const [settings, setSettings] = useState(false);
  const wipe = useAction('wipe');

  async function start(): Promise<void> {
    await wipe.start({ settings });
  }

  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.dialog}>
        <DialogBody>
          <DialogTitle>Sign out of everything?</DialogTitle>
          <DialogContent className={styles.fields}>
            <p>
              {locked &&
                'Nobody can open what is sealed without unlocking it; you can start over. '}
              Azimuth signs out every account and removes its files: the vault with all copies, the
              record of hand-outs and the log. This can’t be undone.
            </p>
            <Checkbox
              checked={settings}
              onChange={(_, { checked }) => setSettings(checked === true)}
              label="Remove the settings too"
            />
            <StaysAtTheProvider />
            {wipe.problem !== undefined && <ProblemBox problem={wipe.problem} place={{}} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              appearance="primary"
              className={styles.oneLine}
              disabled={wipe.busy}
              onClick={() => void start()}
            >
              Sign out and remove
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
