import type { AudienceId } from '../../shared/audience.ts';
import type { NewGrant } from '../../shared/grant-input.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import { newGrantSchema } from '../../shared/grant-input.ts';

/** What is typed and ticked in the form of a grant. */
export interface GrantChoice {
  readonly name: string;
  readonly target: TokenTarget;
  readonly any: boolean;
  readonly services: readonly AudienceId[];
  /** Addresses of other services, separated by blanks. */
  readonly others: string;
  readonly minutes: number;
}

export const firstGrant: GrantChoice = {
  name: '',
  target: { kind: 'default' },
  any: false,
  services: ['resource-manager'],
  others: '',
  minutes: 8 * 60,
};

export const lifetimes: readonly (readonly [minutes: number, label: string])[] = [
  [60, '1 hour'],
  [8 * 60, '8 hours'],
  [24 * 60, '1 day'],
  [7 * 24 * 60, '7 days'],
];

export type ReadGrant =
  | { readonly ok: true; readonly grant: NewGrant }
  | { readonly ok: false; readonly field: 'name' | 'services'; readonly message: string };

/** The grant of a choice, checked with the contract's own schema. */
export function readGrant(choice: GrantChoice): ReadGrant {
  const { name, target, any, services, others, minutes } = choice;
  const resources = others.split(/\s+/).filter(Boolean);
  const parsed = newGrantSchema.safeParse({
    name,
    target,
    audiences: any
      ? 'any'
      : [
          ...services.map((id) => ({ kind: 'known', id })),
          ...resources.map((resource) => ({ kind: 'resource', resource })),
        ],
    minutes,
  });
  if (parsed.success) return { ok: true, grant: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue?.path[0] === 'name') return { ok: false, field: 'name', message: issue.message };
  const isNone = services.length + resources.length === 0;
  const message = isNone
    ? 'Choose at least one service.'
    : 'That can’t be the address of a service.';
  return { ok: false, field: 'services', message };
}
