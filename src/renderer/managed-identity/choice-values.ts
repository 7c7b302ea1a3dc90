/** What the form holds while it is filled in. */
export interface ChoiceValues {
  readonly assigned: 'system' | 'user';
  readonly by: 'client-id' | 'object-id' | 'resource-id';
  readonly id: string;
  readonly label: string;
}

export const firstChoice: ChoiceValues = {
  assigned: 'system',
  by: 'client-id',
  id: '',
  label: '',
};

/** As the command takes it, unchecked. */
export function choiceInput({ assigned, by, id, label }: ChoiceValues): unknown {
  const identity = assigned === 'system' ? { kind: 'system-assigned' } : { kind: by, id };
  return { identity, ...(label.trim() === '' ? {} : { label }) };
}
