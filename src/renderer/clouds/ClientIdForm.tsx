import { Button, Field, Input } from '@fluentui/react-components';
import type { SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Cloud } from '../../shared/cloud.ts';
import { defaultClientId } from '../../shared/cloud.ts';
import { clientIdSchema } from '../../shared/guid.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './Clouds.module.css';

/** The application that signs people in to a cloud: Azure CLI's, or one that an organisation registered. */
export function ClientIdForm({ cloud, onClose }: { cloud: Cloud; onClose: () => void }) {
  const own = cloud.clientId === defaultClientId ? '' : cloud.clientId;
  const [text, setText] = useState(own);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const set = useAction('set-client-id');
  const tell = useTell();
  const accounts = useSlice('accounts');
  const parsed = text.trim() === '' ? undefined : clientIdSchema.safeParse(text);
  const error = tried && parsed?.success === false ? parsed.error.issues[0]?.message : undefined;
  const others = accounts.some(
    ({ kind, cloud: name, clientId }) =>
      kind === 'user' && name === cloud.name && clientId !== cloud.clientId,
  );

  const focusField = (): void => form.current?.querySelector('input')?.focus();
  useEffect(focusField, []);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (parsed?.success === false) {
      focusField();
      return;
    }
    const clientId = parsed?.data;
    const done = await set.start({
      cloud: cloud.name,
      ...(clientId === undefined ? {} : { clientId }),
    });
    if (!done.ok) return;
    tell(`New sign-ins to ${cloud.displayName} use ${clientId ?? 'the client of Azure CLI'}`);
    onClose();
  }

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label="Client ID"
        hint="Empty means the application of Azure CLI, which needs no registration."
        {...(error === undefined ? {} : { validationMessage: error })}
      >
        <Input
          className={styles.identifier}
          value={text}
          onChange={(_, { value }) => {
            setTried(false);
            setText(value);
          }}
          placeholder="00000000-0000-0000-0000-000000000000"
          spellCheck={false}
          autoComplete="off"
          // A panel that is opened for this field must not take the focus for itself.
          data-focus-first
        />
      </Field>
      <p className={styles.text}>
        Your own application needs the platform “Mobile and desktop applications” with the redirect
        URI <code>http://localhost</code>, the delegated permission user_impersonation of Azure
        Service Management, and for device codes “Allow public client flows”. Step by step:{' '}
        <code>docs/own-client-id.md</code>
      </p>
      <p className={styles.text}>
        {others
          ? 'Some accounts of this cloud signed in with another client. They go on with it until they sign in again.'
          : 'Accounts that are signed in go on with the client that they signed in with, until they sign in again.'}
      </p>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" size="small" disabledFocusable={set.busy}>
          Save client ID
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
      {set.problem !== undefined && <ProblemBox problem={set.problem} place={{}} />}
    </form>
  );
}
