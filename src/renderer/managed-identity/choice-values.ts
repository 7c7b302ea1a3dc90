import { longestIdentityLabel, longestResourceId } from '../../shared/managed-identity.ts';
import { tooLong } from '../forms/too-long.ts';

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

/** Why a change is not taken into the form. */
export interface ChoiceRefusals {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
}

export function refusedChoice({ id = '', label = '' }: Partial<ChoiceValues>): ChoiceRefusals {
  return { id: tooLong(id, longestResourceId), label: tooLong(label, longestIdentityLabel) };
}
