import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import styles from './Protection.module.css';

/** Asks before everything that the passphrase seals is removed. */
export function ForgetPassphraseDialog({ onClose }: { onClose: () => void }) {
  const forget = useAction('forget-passphrase');

  async function start(): Promise<void> {
    const done = await forget.start({});
    if (done.ok) onClose();
  }

  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.dialog}>
        <DialogBody>
          <DialogTitle>Forget the passphrase?</DialogTitle>
          <DialogContent className={styles.fields}>
            <p>
              Azimuth removes every file that the passphrase seals: sign-ins, accounts, the list and
              the record of hand-outs. You stay signed in until Azimuth closes; after that you sign
              in again.
            </p>
            {forget.problem !== undefined && <ProblemBox problem={forget.problem} place={{}} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              appearance="primary"
              className={styles.oneLine}
              disabled={forget.busy}
              onClick={() => void start()}
            >
              Remove the files
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
