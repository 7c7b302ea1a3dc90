import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { Context } from '../../shared/context.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import styles from './Contexts.module.css';

interface DeleteContextDialogProps {
  readonly context: Context;
  readonly onClose: () => void;
}

/** Asks before a context goes. */
export function DeleteContextDialog({ context, onClose }: DeleteContextDialogProps) {
  const { busy, problem, start } = useAction('delete-context');

  async function remove(): Promise<void> {
    const done = await start({ contextId: context.id });
    if (done.ok) onClose();
  }

  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.dialog}>
        <DialogBody>
          <DialogTitle>Delete the context {context.name}?</DialogTitle>
          <DialogContent>
            <p>
              What it points at stays as it is. Shells and folders that name it get an error until
              they name another one.
            </p>
            {problem !== undefined && <ProblemBox problem={problem} place={{}} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void remove()}>
              Delete
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
