import { Button, Field, Input } from '@fluentui/react-components';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import type { SignInMethod } from '../../shared/app-state.ts';
import { useAction } from '../state/commands.ts';
import { signInInput } from '../problem/remedy.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import styles from './SignIn.module.css';
import { tenantError } from './tenant-error.ts';

/** Sign-in to one tenant: for guests, and for people whose home is not where their subscriptions are. */
export function TenantForm({ onStarted }: { onStarted?: () => void }) {
  const [tenant, setTenant] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useAction('sign-in');
  const error = tried ? tenantError(tenant) : undefined;

  async function start(method: SignInMethod): Promise<void> {
    setTried(true);
    if (tenantError(tenant) !== undefined) return;
    const result = await signIn.start(signInInput(method, tenant.trim(), undefined));
    if (result.ok) onStarted?.();
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void start('interactive');
  }

  return (
    <form className={styles.tenantForm} onSubmit={submit} noValidate>
      <Field
        label="Tenant"
        hint="The tenant’s id, or a domain such as contoso.com"
        {...(error === undefined ? {} : { validationMessage: error })}
      >
        <Input
          value={tenant}
          onChange={(_, { value }) => setTenant(value)}
          placeholder="contoso.com"
          spellCheck={false}
          autoComplete="off"
        />
      </Field>
      <div className={styles.tenantButtons}>
        <Button type="submit" appearance="primary" disabled={signIn.busy}>
          Continue in browser
        </Button>
        <Button onClick={() => void start('device-code')} disabled={signIn.busy}>
          Continue with a code
        </Button>
      </div>
      {signIn.problem !== undefined && <ProblemBox problem={signIn.problem} place={{}} />}
    </form>
  );
}
