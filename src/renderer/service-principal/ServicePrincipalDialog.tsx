import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Account } from '../../shared/model.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import { useSlice } from '../state/window-context.ts';
import { CredentialFields } from './CredentialFields.tsx';
import type { FieldErrors, FormValues } from './form-values.ts';
import { errorsFrom, firstValues, parseValues, refusedChange } from './form-values.ts';
import { IdentityFields } from './IdentityFields.tsx';
import type { ServicePrincipalHint } from './opening.ts';
import styles from './ServicePrincipal.module.css';

interface ServicePrincipalDialogProps {
  /** The account that gets another credential; none means a new one. */
  readonly account: Account | undefined;
  /** What is filled in already of a new one. */
  readonly hint: ServicePrincipalHint | undefined;
  readonly onClose: () => void;
}

/** Signs a service principal in. What is typed here goes to main once and is forgotten with the dialog. */
export function ServicePrincipalDialog({ account, hint, onClose }: ServicePrincipalDialogProps) {
  const { current } = useSlice('clouds');
  const [values, setValues] = useState(() => ({ ...firstValues(account, current), ...hint }));
  const [tried, setTried] = useState(false);
  const [notTaken, setNotTaken] = useState<FieldErrors>({});
  const form = useRef<HTMLFormElement>(null);
  const signIn = useAction('sign-in-service-principal');
  const tell = useTell();
  const parsed = parseValues(values);
  const { problem, busy } = signIn;
  const errors = {
    ...(tried && parsed.kind === 'errors' ? parsed.errors : errorsFrom(problem, values)),
    ...notTaken,
  };

  // Whoever can't see the message comes to the field that it is about.
  const wrong = Object.keys(errors).join(' ');
  useEffect(() => {
    if (wrong !== '') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong]);

  function change(part: Partial<FormValues>): void {
    setTried(false);
    signIn.clear();
    const refused = refusedChange(part);
    setNotTaken(refused);
    if (Object.keys(refused).length === 0) setValues({ ...values, ...part });
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (parsed.kind === 'errors' || busy) return;
    const result = await signIn.start(parsed.input);
    if (!result.ok) return;
    const name = parsed.input.label ?? parsed.input.clientId;
    tell(account === undefined ? `${name} is signed in` : `The credential of ${name} is replaced`);
    onClose();
  }

  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && !busy && onClose()}>
      <DialogSurface className={styles.dialog}>
        <form ref={form} onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
          <DialogBody>
            <DialogTitle>
              {account === undefined ? 'Sign in as a service principal' : 'Replace the credential'}
            </DialogTitle>
            <DialogContent className={styles.content}>
              <IdentityFields account={account} values={values} errors={errors} onChange={change} />
              <CredentialFields
                values={values}
                errors={errors}
                onChange={change}
                onMisread={(complaint) => setNotTaken({ credential: complaint })}
              />
              {problem !== undefined && problem.field === undefined && (
                <ProblemBox problem={problem} place={{}} />
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose} disabledFocusable={busy}>
                Cancel
              </Button>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {busy ? 'Checking…' : account === undefined ? 'Sign in' : 'Replace'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
