import { z } from 'zod';
import type { Colour } from './colour.ts';
import { colourNames } from './colour.ts';
import { isPlain } from './plain-name.ts';

/** What a person calls an account or a tenant, and the colour they know it by. */
export interface Label {
  readonly nickname?: string | undefined;
  readonly colour?: Colour | undefined;
}

/** A label as it is typed: spaces at its ends don't count, and an empty nickname is none. */
export const labelSchema = z.object({
  nickname: z
    .string()
    .trim()
    .max(60, 'A nickname has at most 60 characters.')
    .refine(isPlain, 'A nickname is one line of plain text.')
    .transform((text) => (text === '' ? undefined : text))
    .optional(),
  colour: z.enum(colourNames).optional(),
});

/** What stands where a name would. */
export const shownName = (label: Label | undefined, name: string): string =>
  label?.nickname ?? name;

/** The nickname with the true name behind it, for whoever has only the words. */
export const fullName = (label: Label | undefined, name: string): string =>
  label?.nickname === undefined ? name : `${label.nickname} (${name})`;
