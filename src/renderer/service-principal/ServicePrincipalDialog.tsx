import { useState } from 'react';
import type { Account } from '../../shared/model.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import { useAction } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import { useSlice } from '../state/window-context.ts';
import { CredentialFields } from './CredentialFields.tsx';
import type { FieldErrors, FormValues } from './form-values.ts';
import { errorsFrom, firstValues, parseValues, refusedChange } from './form-values.ts';
import { IdentityFields } from './IdentityFields.tsx';
import type { ServicePrincipalHint } from './opening.ts';

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
  const signIn = useAction('sign-in-service-principal');
  const tell = useTell();
  const parsed = parseValues(values);
  const { problem, busy } = signIn;
  const errors = {
    ...(tried && parsed.kind === 'errors' ? parsed.errors : errorsFrom(problem, values)),
    ...notTaken,
  };

  function change(part: Partial<FormValues>): void {
    setTried(false);
    signIn.clear();
    const refused = refusedChange(part);
    setNotTaken(refused);
    if (Object.keys(refused).length === 0) setValues({ ...values, ...part });
  }

  async function submit(): Promise<void> {
    setTried(true);
    if (parsed.kind === 'errors') return;
    const result = await signIn.start(parsed.input);
    if (!result.ok) return;
    const name = parsed.input.label ?? parsed.input.clientId;
    tell(account === undefined ? `${name} is signed in` : `The credential of ${name} is replaced`);
    onClose();
  }

  const isNew = account === undefined;
  return (
    <FormDialog
      wide
      title={isNew ? 'Sign in as a service principal' : 'Replace the credential'}
      submit={busy ? 'Checking…' : isNew ? 'Sign in' : 'Replace'}
      busy={busy}
      problem={problem?.field === undefined ? problem : undefined}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <IdentityFields account={account} values={values} errors={errors} onChange={change} />
      <CredentialFields
        values={values}
        errors={errors}
        onChange={change}
        onMisread={(complaint) => setNotTaken({ credential: complaint })}
      />
    </FormDialog>
  );
}
