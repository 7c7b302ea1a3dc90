import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { CliSecretFile } from '../../shared/azure-cli.ts';
import styles from './AzureCli.module.css';
import { secretFileWords } from './secret-file-words.ts';

interface RemoveFileDialogProps {
  readonly file: CliSecretFile;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before a file is deleted that Azure CLI uses. */
export function RemoveFileDialog({ file, busy, onConfirm, onClose }: RemoveFileDialogProps) {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.dialog}>
        <DialogBody>
          <DialogTitle>Delete {file.name}?</DialogTitle>
          <DialogContent className={styles.section}>
            <p>
              {secretFileWords[file.name].signsOut} “az account clear” does the same, and “az login”
              signs in again. Its list of subscriptions stays.
            </p>
            <p>
              A copy of the file that somebody made before still works. The file can’t be brought
              back.
            </p>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" disabled={busy} onClick={onConfirm}>
              Delete
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
