import { Field, Select } from '@fluentui/react-components';
import { useSlice } from '../state/window-context.ts';

interface CloudPickerProps {
  readonly value: string;
  readonly onChange: (cloud: string) => void;
}

/** Which cloud a new sign-in is to. */
export function CloudPicker({ value, onChange }: CloudPickerProps) {
  const { known } = useSlice('clouds');
  return (
    <Field label="Cloud">
      <Select value={value} onChange={(_, { value: chosen }) => onChange(chosen)}>
        {known.map(({ name, displayName }) => (
          <option key={name} value={name}>
            {displayName}
          </option>
        ))}
      </Select>
    </Field>
  );
}
