import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { SignInMethod } from '../../shared/sign-in.ts';
import { DialogFrame } from '../dialog/DialogFrame.tsx';
import { useWrongField } from '../dialog/use-wrong-field.ts';
import styles from './SignIn.module.css';

interface SignInFormProps {
  readonly title: string;
  /** The fields. */
  readonly children: ReactNode;
  /** The way that Enter takes. */
  readonly usual?: SignInMethod;
  /** Nothing to sign in with yet. */
  readonly incomplete?: boolean;
  readonly busy: boolean;
  readonly onStart: (method: SignInMethod) => void;
  readonly onClose: () => void;
}

const ways = [
  ['device-code', 'Continue with a code'],
  ['interactive', 'Continue in browser'],
] as const satisfies readonly (readonly [SignInMethod, string])[];

/** A form that goes on in the browser or with a code. */
export function SignInForm(props: SignInFormProps) {
  const { title, children, usual = 'interactive', incomplete = false, busy } = props;
  const { onStart, onClose } = props;
  const [form, tried] = useWrongField(busy);
  const id = useId();

  function start(method: SignInMethod): void {
    tried();
    onStart(method);
  }

  return (
    <DialogFrame
      wide
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {ways.map(([method, words]) => (
            <Button
              key={method}
              {...(method === usual
                ? { type: 'submit', form: id, appearance: 'primary' }
                : { onClick: () => start(method) })}
              disabled={incomplete}
              disabledFocusable={busy}
            >
              {words}
            </Button>
          ))}
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
          start(usual);
        }}
      >
        {children}
      </form>
    </DialogFrame>
  );
}
