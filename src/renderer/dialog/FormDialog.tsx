import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import styles from './Dialog.module.css';
import { DialogFrame } from './DialogFrame.tsx';
import { DoingButton } from './DoingButton.tsx';
import { useWrongField } from './use-wrong-field.ts';

interface FormDialogProps {
  readonly title: string;
  /** The fields. */
  readonly children: ReactNode;
  /** The word on the button; none while there is nothing to send. */
  readonly submit: string | undefined;
  readonly busy: boolean;
  /** What no field is to blame for. */
  readonly problem: Problem | undefined;
  /** How to try again what failed, where the form's own button does not. */
  readonly retry?: (() => void) | undefined;
  readonly wide?: boolean;
  readonly alert?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** A form over the window. Once it is sent it stays until the answer is there. */
export function FormDialog(props: FormDialogProps) {
  const { title, children, submit, busy, problem, retry, onSubmit, onClose } = props;
  const place = useRef<HTMLDivElement>(null);
  const [form, tried] = useWrongField(busy);
  const id = useId();

  // The fields may fill the window.
  useEffect(() => {
    if (problem) place.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  return (
    <DialogFrame
      title={title}
      wide={props.wide === true}
      alert={props.alert === true}
      busy={busy}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} disabledFocusable={busy}>
            {submit === undefined ? 'Close' : 'Cancel'}
          </Button>
          {submit !== undefined && (
            <DoingButton type="submit" form={id} busy={busy}>
              {submit}
            </DoingButton>
          )}
        </>
      }
    >
      <form
        ref={form}
        id={id}
        className={styles.fields}
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (busy) return;
          tried();
          onSubmit();
        }}
      >
        {children}
      </form>
      {problem !== undefined && (
        <div ref={place}>
          <ProblemBox problem={problem} place={retry ? { retry } : {}} />
        </div>
      )}
    </DialogFrame>
  );
}
