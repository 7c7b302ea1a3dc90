import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { DialogFrame } from './DialogFrame.tsx';
import { DoingButton } from './DoingButton.tsx';

interface QuestionDialogProps {
  readonly title: string;
  /** What follows from a yes. */
  readonly children: ReactNode;
  /** What a yes does, in a word or two. */
  readonly answer: string;
  readonly busy: boolean;
  /** Whether it has stood long enough to be answered, where it came unasked. */
  readonly readable?: boolean;
  readonly problem?: Problem | undefined;
  readonly onAnswer: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that can't be taken back. Once that is under way the dialog stays until it is done. */
export function QuestionDialog(props: QuestionDialogProps) {
  const { title, children, answer, busy, readable = true, problem, onAnswer, onClose } = props;
  return (
    <DialogFrame
      alert
      title={title}
      busy={busy}
      onClose={onClose}
      actions={
        <>
          <Button data-focus-first onClick={onClose} disabledFocusable={busy}>
            Cancel
          </Button>
          <DoingButton busy={busy} disabled={!readable} onClick={onAnswer}>
            {answer}
          </DoingButton>
        </>
      }
    >
      {children}
      {problem !== undefined && <ProblemBox problem={problem} place={{}} />}
    </DialogFrame>
  );
}
