import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { settingsSchema } from '../../shared/settings.ts';
import styles from './Panels.module.css';

interface NumberFieldProps {
  readonly name: 'clipboardSeconds' | 'signInSeconds' | 'lockAfterMinutes' | 'endpointPort';
  readonly label: string;
  readonly value: number;
  /** What zero means; it stands in the empty field. */
  readonly zero?: string;
  readonly onChange: (value: number) => void;
}

/** A number of the settings that is sent when the person is done with it: on Enter, or on leaving the field. */
export function NumberField({ name, label, value, zero, onChange }: NumberFieldProps) {
  const [text, setText] = useState(value === 0 && zero !== undefined ? '' : String(value));
  const whenEmpty = zero === undefined ? undefined : 0;
  const parsed = settingsSchema.shape[name].safeParse(
    text.trim() === '' ? whenEmpty : Number(text),
  );
  const error = parsed.success ? undefined : parsed.error.issues[0]?.message;

  function commit(): void {
    if (parsed.success && parsed.data !== value) onChange(parsed.data);
  }

  return (
    <Field label={label} {...(error === undefined ? {} : { validationMessage: error })}>
      <Input
        className={styles.number}
        inputMode="numeric"
        placeholder={zero}
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
