import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { SignInMethod } from '../../shared/sign-in.ts';
import { CloudPicker } from '../clouds/CloudPicker.tsx';
import { BrowserField } from './BrowserField.tsx';
import { inputError } from './input-error.ts';
import { SignInForm } from './SignInForm.tsx';
import { useFormSignIn } from './use-form-sign-in.ts';
import type { TenantDraft } from './use-tenant-draft.ts';

interface TenantDialogProps {
  readonly draft: TenantDraft;
  readonly onClose: () => void;
}

/** Sign-in to one tenant: for guests, and for people whose home is not where their subscriptions are. */
export function TenantDialog({ draft, onClose }: TenantDialogProps) {
  const { cloud, tenant, account } = draft;
  const [tried, setTried] = useState(false);
  const signIn = useFormSignIn(onClose);
  const errors = {
    tenant: inputError('tenant', tenant.text),
    username: account.text.trim() === '' ? undefined : inputError('username', account.text),
  };
  const shown: Partial<typeof errors> = tried ? errors : {};

  async function start(method: SignInMethod): Promise<void> {
    setTried(true);
    if (signIn.busy) return;
    if (errors.tenant !== undefined || errors.username !== undefined) return;
    await signIn.start({
      method,
      cloud,
      tenant: tenant.text.trim(),
      username: account.text.trim() === '' ? undefined : account.text.trim(),
    });
  }

  return (
    <SignInForm
      title="Sign in to a specific tenant"
      busy={signIn.busy}
      onStart={(method) => void start(method)}
      onClose={onClose}
    >
      <CloudPicker value={cloud} onChange={draft.chooseCloud} />
      <Field
        label="Tenant"
        hint="The tenant’s id, or a domain such as contoso.com"
        validationMessage={tenant.tooLong ?? shown.tenant ?? signIn.problem?.message ?? null}
      >
        <Input
          data-focus-first
          value={tenant.text}
          onChange={(_, { value }) => {
            tenant.change(value);
            signIn.clear();
          }}
          placeholder="contoso.com"
          spellCheck={false}
        />
      </Field>
      <Field
        label="Account (optional)"
        hint="Offered to the sign-in page as who signs in"
        validationMessage={account.tooLong ?? shown.username ?? null}
      >
        <Input
          value={account.text}
          onChange={(_, { value }) => account.change(value)}
          placeholder="name@contoso.com"
          spellCheck={false}
        />
      </Field>
      <BrowserField />
    </SignInForm>
  );
}
