import { Button, Field, Input } from '@fluentui/react-components';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import type { SignInMethod } from '../../shared/app-state.ts';
import { CloudPicker } from '../clouds/CloudPicker.tsx';
import { useSlice } from '../state/window-context.ts';
import { BrowserField } from './BrowserField.tsx';
import styles from './SignIn.module.css';
import { inputError } from './input-error.ts';
import { useFormSignIn } from './use-form-sign-in.ts';

/** Sign-in to one tenant: for guests, and for people whose home is not where their subscriptions are. */
export function TenantForm({ onStarted = nothing }: { onStarted?: () => void }) {
  const { current } = useSlice('clouds');
  const [cloud, setCloud] = useState(current);
  const [tenant, setTenant] = useState('');
  const [account, setAccount] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useFormSignIn(onStarted);
  const errors = {
    tenant: inputError('tenant', tenant),
    username: account.trim() === '' ? undefined : inputError('username', account),
  };
  const tenantMessage = (tried ? errors.tenant : undefined) ?? signIn.problem?.message;

  async function start(method: SignInMethod): Promise<void> {
    setTried(true);
    if (errors.tenant !== undefined || errors.username !== undefined) return;
    await signIn.start({
      method,
      cloud,
      tenant: tenant.trim(),
      username: account.trim() === '' ? undefined : account.trim(),
    });
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void start('interactive');
  }

  return (
    <form className={styles.tenantForm} onSubmit={submit} noValidate>
      <CloudPicker value={cloud} onChange={setCloud} />
      <Field
        label="Tenant"
        hint="The tenant’s id, or a domain such as contoso.com"
        {...messageOf(tenantMessage)}
      >
        <Input
          value={tenant}
          onChange={(_, { value }) => {
            setTenant(value);
            signIn.clear();
          }}
          placeholder="contoso.com"
          spellCheck={false}
          autoComplete="off"
        />
      </Field>
      <Field
        label="Account (optional)"
        hint="Offered to the sign-in page as who signs in"
        {...messageOf(tried ? errors.username : undefined)}
      >
        <Input
          value={account}
          onChange={(_, { value }) => setAccount(value)}
          placeholder="name@contoso.com"
          spellCheck={false}
          autoComplete="off"
        />
      </Field>
      <BrowserField />
      <div className={styles.tenantButtons}>
        <Button type="submit" appearance="primary" disabled={signIn.busy}>
          Continue in browser
        </Button>
        <Button onClick={() => void start('device-code')} disabled={signIn.busy}>
          Continue with a code
        </Button>
      </div>
    </form>
  );
}

const nothing = (): void => undefined;

const messageOf = (message: string | undefined) =>
  message === undefined ? {} : { validationMessage: message };
