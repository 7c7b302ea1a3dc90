import { z } from 'zod';
import type { GrantAudience } from './grant.ts';
import { isPlain } from './plain-name.ts';
import { knownAudienceSchema, resourceAudienceSchema, tokenTargetSchema } from './token-ask.ts';

const grantAudienceSchema: z.ZodType<GrantAudience> = z.discriminatedUnion('kind', [
  knownAudienceSchema,
  resourceAudienceSchema,
]);

/** How long a grant lasts from now on. */
export const grantMinutesSchema = z
  .int('A grant lasts whole minutes.')
  .min(1, 'A grant lasts at least one minute.')
  .max(7 * 24 * 60, 'A grant lasts at most 7 days.');

/** What a program may ask the SDK endpoint for, and for how long. The target is pinned when the grant is made. */
export const newGrantSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Type a name, such as that of the program.')
    .max(80, 'A name has at most 80 characters.')
    .refine(isPlain, 'A name is one line of plain text.'),
  target: tokenTargetSchema,
  audiences: z.union([
    z.literal('any'),
    z
      .array(grantAudienceSchema)
      .min(1, 'Choose at least one service.')
      .max(20, 'A grant covers at most 20 services, or any.'),
  ]),
  minutes: grantMinutesSchema,
});

export type NewGrant = z.infer<typeof newGrantSchema>;
