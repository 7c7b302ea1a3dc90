import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import styles from './Dialog.module.css';
import { DialogFrame } from './DialogFrame.tsx';

interface QuestionDialogProps {
  readonly title: string;
  /** What follows from a yes. */
  readonly children: ReactNode;
  /** What a yes does, in a word or two. */
  readonly answer: string;
  readonly busy: boolean;
  readonly problem?: Problem | undefined;
  readonly onAnswer: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that can't be taken back. */
export function QuestionDialog(props: QuestionDialogProps) {
  const { title, children, answer, busy, problem, onAnswer, onClose } = props;
  return (
    <DialogFrame
      alert
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            appearance="primary"
            className={styles.button}
            disabledFocusable={busy}
            onClick={onAnswer}
          >
            {answer}
          </Button>
        </>
      }
    >
      {children}
      {problem !== undefined && <ProblemBox problem={problem} place={{}} />}
    </DialogFrame>
  );
}
