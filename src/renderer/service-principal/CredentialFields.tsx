import {
  Field,
  Input,
  Radio,
  RadioGroup,
  Tab,
  TabList,
  Textarea,
} from '@fluentui/react-components';
import { CertificateFields } from './CertificateFields.tsx';
import type { CredentialFieldsProps, Proof } from './form-values.ts';
import { proofs } from './form-values.ts';
import { messageAt } from './message-at.ts';
import styles from './ServicePrincipal.module.css';

const names: Readonly<Record<Proof, string>> = {
  secret: 'Secret',
  certificate: 'Certificate',
  federated: 'Federated token',
};

const panelId = 'credential-panel';

/** What the service principal proves itself with: one of three ways. */
export function CredentialFields(props: CredentialFieldsProps) {
  const { values, onChange } = props;
  return (
    <div className={styles.credential}>
      <TabList
        aria-label="Credential"
        selectedValue={values.proof}
        onTabSelect={(_, { value }) =>
          onChange({ proof: proofs.find((proof) => proof === value) ?? 'secret' })
        }
      >
        {proofs.map((proof) => (
          <Tab key={proof} value={proof} id={`credential-${proof}`} aria-controls={panelId}>
            {names[proof]}
          </Tab>
        ))}
      </TabList>
      <div
        id={panelId}
        role="tabpanel"
        aria-labelledby={`credential-${values.proof}`}
        className={styles.panel}
      >
        <FieldsOf {...props} />
      </div>
    </div>
  );
}

function FieldsOf(props: CredentialFieldsProps) {
  switch (props.values.proof) {
    case 'secret':
      return <SecretField {...props} />;
    case 'certificate':
      return <CertificateFields {...props} />;
    case 'federated':
      return <FederatedFields {...props} />;
  }
}

function SecretField({ values, errors, onChange }: CredentialFieldsProps) {
  return (
    <Field
      label="Client secret"
      hint="Its value, which the portal shows once"
      {...messageAt(errors, 'credential')}
      required
    >
      <Input
        type="password"
        value={values.secret}
        onChange={(_, { value }) => onChange({ secret: value })}
        autoComplete="off"
      />
    </Field>
  );
}

function FederatedFields({ values, errors, onChange }: CredentialFieldsProps) {
  return (
    <>
      <Field label="Where the token is">
        <RadioGroup
          layout="horizontal"
          value={values.tokenFrom}
          onChange={(_, { value }) => onChange({ tokenFrom: value === 'text' ? 'text' : 'file' })}
        >
          <Radio value="file" label="In a file that something keeps fresh" />
          <Radio value="text" label="Pasted here" />
        </RadioGroup>
      </Field>
      {values.tokenFrom === 'file' ? (
        <Field
          label="Path of the file"
          hint="It is read again for each new token"
          {...messageAt(errors, 'credential')}
          required
        >
          <Input
            value={values.path}
            onChange={(_, { value }) => onChange({ path: value })}
            placeholder="/var/run/secrets/azure/tokens/azure-identity-token"
            spellCheck={false}
          />
        </Field>
      ) : (
        <Field
          label="Token"
          hint="It works until it expires"
          {...messageAt(errors, 'credential')}
          required
        >
          <Textarea
            className={styles.key}
            value={values.token}
            onChange={(_, { value }) => onChange({ token: value })}
            placeholder="eyJ…"
            spellCheck={false}
          />
        </Field>
      )}
    </>
  );
}
