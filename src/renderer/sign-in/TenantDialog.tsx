import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import type { SignInMethod } from '../../shared/app-state.ts';
import { CloudPicker } from '../clouds/CloudPicker.tsx';
import { BrowserField } from './BrowserField.tsx';
import styles from './SignIn.module.css';
import { inputError } from './input-error.ts';
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

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void start('interactive');
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.tenantDialog}>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>Sign in to a specific tenant</DialogTitle>
            <DialogContent className={styles.fields}>
              <CloudPicker value={cloud} onChange={draft.chooseCloud} />
              <Field
                label="Tenant"
                hint="The tenant’s id, or a domain such as contoso.com"
                {...messageOf(tenant.tooLong ?? shown.tenant ?? signIn.problem?.message)}
              >
                <Input
                  value={tenant.text}
                  onChange={(_, { value }) => {
                    tenant.change(value);
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
                {...messageOf(account.tooLong ?? shown.username)}
              >
                <Input
                  value={account.text}
                  onChange={(_, { value }) => account.change(value)}
                  placeholder="name@contoso.com"
                  spellCheck={false}
                  autoComplete="off"
                />
              </Field>
              <BrowserField />
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose}>Cancel</Button>
              <Button disabledFocusable={signIn.busy} onClick={() => void start('device-code')}>
                Continue with a code
              </Button>
              <Button type="submit" appearance="primary" disabledFocusable={signIn.busy}>
                Continue in browser
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

const messageOf = (message: string | undefined) =>
  message === undefined ? {} : { validationMessage: message };
