import { Button, Field, Input } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { useState } from 'react';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly autoFocus?: boolean;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly onChange: (value: string) => void;
}

/** A line that is hidden while it is typed, unless the person wants to see it. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { label, value, error, hint, autoFocus = false, autoComplete, onChange } = props;
  const [seen, setSeen] = useState(false);
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(error === undefined ? {} : { validationMessage: error })}
    >
      <Input
        type={seen ? 'text' : 'password'}
        value={value}
        autoFocus={autoFocus}
        autoComplete={autoComplete}
        spellCheck={false}
        maxLength={1_024}
        onChange={(_, data) => onChange(data.value)}
        contentAfter={
          <Button
            appearance="transparent"
            size="small"
            icon={seen ? <EyeOffRegular /> : <EyeRegular />}
            aria-label={`${seen ? 'Hide' : 'Show'}: ${label}`}
            onClick={() => setSeen(!seen)}
          />
        }
      />
    </Field>
  );
}
