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

/** Asks before the record of hand-outs goes. */
export function ClearActivityDialog({ onClose }: { onClose: () => void }) {
  const { busy, problem, start } = useAction('clear-activity');

  async function clear(): Promise<void> {
    const done = await start({});
    if (done.ok) onClose();
  }

  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Clear the record of hand-outs?</DialogTitle>
          <DialogContent>
            <p>
              Nobody can tell any more who got which token. Tokens that were handed out work until
              they expire.
            </p>
            {problem !== undefined && <ProblemBox problem={problem} place={{}} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void clear()}>
              Clear
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
