import { Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { ManagedIdentitySource } from '../../shared/managed-identity.ts';
import { managedIdentitySchema } from '../../shared/managed-identity.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import { useAction } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import { IdentityChoice } from './IdentityChoice.tsx';
import styles from './ManagedIdentity.module.css';
import type { ChoiceRefusals, ChoiceValues } from './choice-values.ts';
import { choiceInput, firstChoice, refusedChoice } from './choice-values.ts';

/** Signs in as the machine that this program runs on. Whether it has an identity is looked up only now. */
export function ManagedIdentityDialog({ onClose }: { onClose: () => void }) {
  const { start: find, ...finding } = useAction('find-managed-identity');
  const signIn = useAction('sign-in-managed-identity');
  const [source, setSource] = useState<ManagedIdentitySource>();
  const [values, setValues] = useState<ChoiceValues>(firstChoice);
  const [notTaken, setNotTaken] = useState<ChoiceRefusals>({});
  const [tried, setTried] = useState(false);
  const tell = useTell();
  const parsed = managedIdentitySchema.safeParse(choiceInput(values));
  const problem = finding.problem ?? signIn.problem;
  const isAtField = problem?.field === 'identity' && values.assigned === 'user';
  const wrong = tried
    ? (parsed.error?.issues[0]?.message ?? (isAtField ? problem.message : undefined))
    : undefined;

  const look = useCallback(
    () => void find({}).then((found) => setSource(found.ok ? found.value.source : undefined)),
    [find],
  );
  useEffect(look, [look]);

  function change(part: Partial<ChoiceValues>): void {
    setTried(false);
    signIn.clear();
    const refused = refusedChoice(part);
    setNotTaken(refused);
    if (refused.id === undefined && refused.label === undefined) setValues({ ...values, ...part });
  }

  async function submit(): Promise<void> {
    setTried(true);
    if (!parsed.success || source === undefined) return;
    const done = await signIn.start(parsed.data);
    if (!done.ok) return;
    tell('The managed identity is signed in');
    onClose();
  }

  return (
    <FormDialog
      wide
      title="Sign in as this computer"
      submit={source && (signIn.busy ? 'Checking…' : 'Sign in')}
      busy={signIn.busy}
      problem={isAtField ? undefined : problem}
      retry={source === undefined ? look : undefined}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {finding.busy && (
        <Spinner
          size="tiny"
          className={styles.looking}
          label="Looking for a managed identity on this computer…"
        />
      )}
      {source !== undefined && (
        <IdentityChoice
          source={source}
          values={values}
          errors={{ id: notTaken.id ?? wrong, label: notTaken.label }}
          onChange={change}
        />
      )}
    </FormDialog>
  );
}
