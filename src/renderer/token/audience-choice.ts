import type { Audience, AudienceId } from '../../shared/audience.ts';
import { audienceIds } from '../../shared/audience.ts';
import { audienceSchema } from '../../shared/token-ask.ts';

/** The state of the audience picker: what is chosen, and what was typed for the two free choices. */
export interface AudienceChoice {
  readonly kind: AudienceId | 'resource' | 'scopes';
  readonly resource: string;
  readonly scopes: string;
}

const firstChoice: AudienceChoice = { kind: 'resource-manager', resource: '', scopes: '' };

/** What is chosen to begin with: what the place's tokens are for, where that is said. */
export function choiceFor(audience: Audience | undefined): AudienceChoice {
  switch (audience?.kind) {
    case 'known':
      return { ...firstChoice, kind: audience.id };
    case 'resource':
      return { ...firstChoice, kind: 'resource', resource: audience.resource };
    case 'scopes':
      return { ...firstChoice, kind: 'scopes', scopes: audience.scopes.join('\n') };
    case undefined:
      return firstChoice;
  }
}

export type ParsedChoice =
  | { readonly ok: true; readonly audience: Audience }
  | { readonly ok: false; readonly message: string };

/** The audience of a choice, checked with the contract's own schema. */
export function parseChoice(choice: AudienceChoice): ParsedChoice {
  const parsed = audienceSchema.safeParse(unparsed(choice));
  if (parsed.success) return { ok: true, audience: parsed.data };
  return { ok: false, message: parsed.error.issues[0]?.message ?? 'That can’t be an audience.' };
}

function unparsed(choice: AudienceChoice): Audience {
  switch (choice.kind) {
    case 'resource':
      return { kind: 'resource', resource: choice.resource };
    case 'scopes':
      return { kind: 'scopes', scopes: choice.scopes.split(/\s+/).filter(Boolean) };
    default:
      return { kind: 'known', id: choice.kind };
  }
}

/** The choice of a picker's value. */
export function choiceKindOf(value: string): AudienceChoice['kind'] {
  if (value === 'resource' || value === 'scopes') return value;
  return audienceIds.find((id) => id === value) ?? 'resource-manager';
}
