import { Field, Input } from '@fluentui/react-components';
import type { Account } from '../../shared/model.ts';
import { CloudPicker } from '../clouds/CloudPicker.tsx';
import type { FieldErrors, FormValues } from './form-values.ts';
import { messageAt } from './message-at.ts';
import styles from './ServicePrincipal.module.css';

interface IdentityFieldsProps {
  readonly account: Account | undefined;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly onChange: (part: Partial<FormValues>) => void;
}

/** Which application, of which tenant, and what the list calls it. An account that is there stays who it is. */
export function IdentityFields({ account, values, errors, onChange }: IdentityFieldsProps) {
  const known = account !== undefined;
  return (
    <>
      {!known && <CloudPicker value={values.cloud} onChange={(cloud) => onChange({ cloud })} />}
      <Field label="Client ID" {...messageAt(errors, 'clientId')} required={!known}>
        <Input
          data-focus-first
          className={styles.identifier}
          value={values.clientId}
          onChange={(_, { value }) => onChange({ clientId: value })}
          placeholder="00000000-0000-0000-0000-000000000000"
          readOnly={known}
          spellCheck={false}
        />
      </Field>
      <div className={styles.row}>
        <Field label="Tenant" {...messageAt(errors, 'tenant')} required={!known}>
          <Input
            {...(known ? { className: styles.identifier } : {})}
            value={values.tenant}
            onChange={(_, { value }) => onChange({ tenant: value })}
            placeholder="An id, or a domain such as contoso.com"
            readOnly={known}
            spellCheck={false}
          />
        </Field>
        <Field label="Label (optional)" hint="What the list shows" {...messageAt(errors, 'label')}>
          <Input
            value={values.label}
            onChange={(_, { value }) => onChange({ label: value })}
            spellCheck={false}
          />
        </Field>
      </div>
    </>
  );
}
