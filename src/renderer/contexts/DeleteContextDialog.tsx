import type { Context } from '../../shared/context.ts';
import { QuestionDialog } from '../dialog/QuestionDialog.tsx';
import { useAction } from '../state/commands.ts';

interface DeleteContextDialogProps {
  readonly context: Context;
  readonly onClose: () => void;
}

/** Asks before a context goes. */
export function DeleteContextDialog({ context, onClose }: DeleteContextDialogProps) {
  const { start, busy, problem } = useAction('delete-context');

  async function remove(): Promise<void> {
    const done = await start({ contextId: context.id });
    if (done.ok) onClose();
  }

  return (
    <QuestionDialog
      title={`Delete the context “${context.name}”?`}
      answer="Delete"
      busy={busy}
      problem={problem}
      onAnswer={() => void remove()}
      onClose={onClose}
    >
      <p>
        What it points at stays as it is. Shells and folders that name it get an error until they
        name another one.
      </p>
    </QuestionDialog>
  );
}
