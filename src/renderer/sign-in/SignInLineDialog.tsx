import { Field, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { SignInMethod } from '../../shared/sign-in.ts';
import { claimNames } from '../../shared/claims-request.ts';
import type { SignInLine } from '../../shared/sign-in-line.ts';
import { readSignInLine } from '../../shared/sign-in-line.ts';
import { Facts } from '../facts/Facts.tsx';
import { useBoundedText } from '../forms/use-bounded-text.ts';
import { useSlice } from '../state/window-context.ts';
import { accountForLine, tenantOfLine } from './account-for-line.ts';
import styles from './SignIn.module.css';
import { SignInForm } from './SignInForm.tsx';
import { useFormSignIn } from './use-form-sign-in.ts';

/** Takes the line that a tool printed because a service wants another sign-in, and does what it says. */
export function SignInLineDialog({ onClose }: { onClose: () => void }) {
  const pasted = useBoundedText(50_000);
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants');
  const [chosen, setChosen] = useState<string>();
  const signIn = useFormSignIn(onClose);
  const read = readSignInLine(pasted.text);
  const line = read.ok ? read.line : undefined;
  const guessed = line && accountForLine(accounts, tenants, line);
  const accountKey = chosen ?? guessed?.key ?? '';
  const complaint = pasted.text === '' || read.ok ? undefined : read.complaint;
  const message = pasted.tooLong ?? complaint ?? signIn.problem?.message;

  async function start(method: SignInMethod): Promise<void> {
    if (line === undefined || signIn.busy) return;
    const { claims, scopes, tenant, username } = line;
    const who = accountKey === '' ? { username } : { accountKey };
    await signIn.start({
      method,
      claims,
      scopes,
      tenant: tenantOfLine(tenants, line)?.tenantId ?? tenant,
      ...who,
    });
  }

  return (
    <SignInForm
      title="Paste a sign-in line"
      usual={line?.deviceCode === true ? 'device-code' : 'interactive'}
      incomplete={line === undefined}
      busy={signIn.busy}
      onStart={(method) => void start(method)}
      onClose={onClose}
    >
      <p>
        A tool that was refused for want of another sign-in prints a line to run. Paste it here, or
        only its claims challenge.
      </p>
      <Field label="Sign-in line" validationMessage={message ?? null}>
        <Textarea
          className={styles.pasted}
          value={pasted.text}
          onChange={(_, { value }) => {
            pasted.change(value);
            setChosen(undefined);
            signIn.clear();
          }}
          placeholder="az login --claims-challenge … --scope … --tenant …"
          rows={4}
          spellCheck={false}
        />
      </Field>
      {line && (
        <>
          <LineFacts line={line} />
          <Field label="Account">
            <Select value={accountKey} onChange={(_, { value }) => setChosen(value)}>
              <option value="">{line.username ?? 'I choose on the sign-in page'}</option>
              {accounts
                .filter(({ kind }) => kind === 'user')
                .map(({ key, username }) => (
                  <option key={key} value={key}>
                    {username}
                  </option>
                ))}
            </Select>
          </Field>
        </>
      )}
    </SignInForm>
  );
}

/** What the line asks for, in the field's terms. */
function LineFacts({ line }: { line: SignInLine }) {
  const tenant = tenantOfLine(useSlice('tenants'), line);
  const { claims, scopes, tenant: named } = line;
  const facts = [
    ['Tenant', tenant?.displayName ?? named ?? 'The account’s own'],
    ['For', scopes?.join(' ') ?? 'Azure Resource Manager'],
    [
      'Wants',
      claims === undefined ? 'A sign-in' : `A sign-in with ${claimNames(claims).join(', ')}`,
    ],
  ] as const;
  return <Facts className={styles.whom} label="What the line asks for" facts={facts} />;
}
