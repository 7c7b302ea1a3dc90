import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { ManagedIdentitySource } from '../../shared/managed-identity.ts';
import { managedIdentitySourceNames } from '../../shared/managed-identity.ts';
import type { ChoiceRefusals, ChoiceValues } from './choice-values.ts';
import styles from './ManagedIdentity.module.css';

interface IdentityChoiceProps {
  readonly source: ManagedIdentitySource;
  readonly values: ChoiceValues;
  /** What is wrong with what was typed. */
  readonly errors: ChoiceRefusals;
  readonly onChange: (part: Partial<ChoiceValues>) => void;
}

const kinds = [
  { by: 'client-id', name: 'Client ID' },
  { by: 'object-id', name: 'Object ID' },
  { by: 'resource-id', name: 'Resource ID' },
] as const;

/** Which identity of the machine, and what the list calls it. */
export function IdentityChoice({ source, values, errors, onChange }: IdentityChoiceProps) {
  const { assigned, by, id, label } = values;
  const kind = kinds.find((one) => one.by === by) ?? kinds[0];
  return (
    <>
      <p className={styles.source}>Found: {managedIdentitySourceNames[source]}.</p>
      <Field label="Identity">
        <RadioGroup
          value={assigned}
          onChange={(_, { value }) => onChange({ assigned: value === 'user' ? 'user' : 'system' })}
        >
          <Radio autoFocus value="system" label="The one of this computer (system-assigned)" />
          <Radio value="user" label="One that is assigned to it (user-assigned)" />
        </RadioGroup>
      </Field>
      {assigned === 'user' && (
        <div className={styles.row}>
          <Field label="Named by">
            <Select
              value={by}
              onChange={(_, { value }) =>
                onChange({ by: kinds.find((one) => one.by === value)?.by ?? 'client-id' })
              }
            >
              {kinds.map((one) => (
                <option key={one.by} value={one.by}>
                  {one.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label={kind.name}
            required
            {...(errors.id === undefined ? {} : { validationMessage: errors.id })}
          >
            <Input
              className={styles.identifier}
              value={id}
              onChange={(_, { value }) => onChange({ id: value })}
              placeholder={by === 'resource-id' ? '/subscriptions/…' : '00000000-0000-0000-…'}
              spellCheck={false}
            />
          </Field>
        </div>
      )}
      <Field
        label="Label (optional)"
        hint="What the list shows, if not the name of the resource"
        {...(errors.label === undefined ? {} : { validationMessage: errors.label })}
      >
        <Input
          value={label}
          onChange={(_, { value }) => onChange({ label: value })}
          spellCheck={false}
        />
      </Field>
    </>
  );
}
