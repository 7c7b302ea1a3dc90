import { Field, Select } from '@fluentui/react-components';
import type { Audience } from '../../shared/audience.ts';
import { audienceIds, audienceLabel } from '../../shared/audience.ts';
import { AudienceOptions } from '../forms/AudienceOptions.tsx';

interface AudienceFieldProps {
  readonly audience: Audience | undefined;
  readonly onChange: (audience: Audience | undefined) => void;
}

/** What a context's tokens are for, unless their asker says so. One that was typed in a terminal stays. */
export function AudienceField({ audience, onChange }: AudienceFieldProps) {
  const value = audience?.kind === 'known' ? audience.id : audience ? 'other' : '';
  return (
    <Field label="Tokens are for" hint="Unless whoever asks names a service">
      <Select
        value={value}
        onChange={(_, { value: chosen }) => {
          const id = audienceIds.find((one) => one === chosen);
          if (chosen !== 'other') onChange(id && { kind: 'known', id });
        }}
      >
        <option value="">Azure Resource Manager, as usual</option>
        {audience && audience.kind !== 'known' && (
          <option value="other">{audienceLabel(audience)}</option>
        )}
        <AudienceOptions />
      </Select>
    </Field>
  );
}
