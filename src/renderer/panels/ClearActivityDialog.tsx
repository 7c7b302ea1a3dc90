import { QuestionDialog } from '../dialog/QuestionDialog.tsx';
import { useAction } from '../state/commands.ts';

/** Asks before the record of hand-outs goes. */
export function ClearActivityDialog({ onClose }: { onClose: () => void }) {
  const { start, busy, problem } = useAction('clear-activity');

  async function clear(): Promise<void> {
    const done = await start({});
    if (done.ok) onClose();
  }

  return (
    <QuestionDialog
      title="Clear the record of hand-outs?"
      answer="Clear"
      busy={busy}
      problem={problem}
      onAnswer={() => void clear()}
      onClose={onClose}
    >
      <p>
        Nobody can tell any more who got which token. Tokens that were handed out work until they
        expire.
      </p>
    </QuestionDialog>
  );
}
