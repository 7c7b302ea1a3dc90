import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { settingsSchema } from '../../shared/contract.ts';
import styles from './Panels.module.css';

interface NumberFieldProps {
  readonly name: 'clipboardSeconds' | 'signInSeconds' | 'lockAfterMinutes';
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number of the settings that is sent when the person is done with it: on Enter, or on leaving the field. */
export function NumberField({ name, label, value, onChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  const schema = settingsSchema.shape[name];
  const parsed = schema.safeParse(text.trim() === '' ? undefined : Number(text));
  const [least, most] = [schema.minValue, schema.maxValue].map((bound) =>
    (bound ?? 0).toLocaleString('en-US'),
  );
  const error = `A whole number from ${least} to ${most}.`;

  function commit(): void {
    if (parsed.success && parsed.data !== value) onChange(parsed.data);
  }

  return (
    <Field label={label} {...(parsed.success ? {} : { validationMessage: error })}>
      <Input
        className={styles.number}
        inputMode="numeric"
        value={text}
        onChange={(_, data) => setText(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </Field>
  );
}
