import type { CliSecretFile } from '../../shared/azure-cli.ts';
import { QuestionDialog } from '../dialog/QuestionDialog.tsx';
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
    <QuestionDialog
      title={`Delete ${file.name}?`}
      answer="Delete"
      busy={busy}
      onAnswer={onConfirm}
      onClose={onClose}
    >
      <p>
        {secretFileWords[file.name].signsOut} “az account clear” does the same, and “az login” signs
        in again. Its list of subscriptions stays.
      </p>
      <p>
        A copy of the file that somebody made before still works. The file can’t be brought back.
      </p>
    </QuestionDialog>
  );
}
