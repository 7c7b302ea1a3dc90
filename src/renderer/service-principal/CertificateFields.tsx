import { Button, Checkbox, Field, Input, Textarea } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import type { ChangeEvent } from 'react';
import { useRef } from 'react';
import type { CredentialFieldsProps } from './form-values.ts';
import { messageAt } from './message-at.ts';
import { readKeyFile } from './read-key-file.ts';
import styles from './ServicePrincipal.module.css';

/** A certificate with its private key: a file, or pasted PEM. */
export function CertificateFields({ values, errors, onChange, onMisread }: CredentialFieldsProps) {
  const picker = useRef<HTMLInputElement>(null);
  const { keyFile } = values;

  async function chosen({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = currentTarget.files ?? [];
    if (file === undefined) return;
    const read = await readKeyFile(file);
    // The same file may be chosen again, once it is another.
    if (picker.current) picker.current.value = '';
    if (read.kind === 'file') onChange({ keyFile: read.file, pem: '' });
    else onMisread(read.complaint);
  }

  return (
    <>
      <div className={styles.file}>
        <input
          ref={picker}
          type="file"
          hidden
          tabIndex={-1}
          aria-label="Certificate file"
          accept=".pem,.pfx,.p12,.key,.crt,.cer,application/x-pkcs12,application/x-pem-file"
          onChange={(event) => void chosen(event)}
        />
        <Button icon={<DocumentRegular />} onClick={() => picker.current?.click()}>
          Choose file…
        </Button>
        <span className={styles.fileName}>
          {keyFile?.name ?? 'PEM or PFX, with the private key'}
        </span>
        {keyFile !== undefined && (
          <Button appearance="subtle" onClick={() => onChange({ keyFile: undefined })}>
            Remove
          </Button>
        )}
      </div>
      {keyFile === undefined ? (
        <Field label="Or paste the PEM text" {...messageAt(errors, 'credential')}>
          <Textarea
            className={styles.key}
            value={values.pem}
            onChange={(_, { value }) => onChange({ pem: value })}
            placeholder="-----BEGIN CERTIFICATE-----"
            spellCheck={false}
          />
        </Field>
      ) : (
        errors.credential !== undefined && (
          <Field validationMessage={errors.credential}>
            <span />
          </Field>
        )
      )}
      <Field
        label="Password"
        hint="If the file or its key has one"
        {...messageAt(errors, 'password')}
      >
        <Input
          type="password"
          value={values.password}
          onChange={(_, { value }) => onChange({ password: value })}
          autoComplete="off"
        />
      </Field>
      <Checkbox
        checked={values.sendChain}
        onChange={(_, { checked }) => onChange({ sendChain: checked === true })}
        label="Trusted by subject name and issuer (SN+I)"
      />
    </>
  );
}
