import { z } from 'zod';
import { clouds } from './cloud.ts';
import { clientIdSchema } from './guid.ts';

const hasUserName = (text: string): boolean =>
  URL.canParse(text) && (new URL(text).username !== '' || new URL(text).password !== '');

/** An address as people paste it: what follows the host is of no use here. */
const address = z
  .string()
  .trim()
  .max(2_000, 'That is too long for an address.')
  .refine(
    (text) => !/^http:/i.test(text),
    'Only https is safe enough: the address begins with https://.',
  )
  .refine(
    (text) => /^https:\/\//i.test(text) && URL.canParse(text),
    'Type the whole address, beginning with https://.',
  )
  .refine((text) => !hasUserName(text), 'An address here has no user name in it.')
  .transform((text) => new URL(text).origin);

/** A custom cloud as a person names it. Its metadata say what is not typed. */
export const cloudInputSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Type a name for the cloud.')
    .max(64, 'A name has at most 64 characters.')
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
      'A name begins with a letter or a digit and has letters, digits, dots, dashes and underscores.',
    )
    .refine(
      (name) => !clouds.some((cloud) => cloud.name.toLowerCase() === name.toLowerCase()),
      'This name belongs to one of Microsoft’s own clouds. Choose another one.',
    ),
  resourceManager: address,
  authority: address.optional(),
  audience: z
    .string()
    .trim()
    .min(1)
    .max(2_000, 'That is too long for an audience.')
    .regex(/^\S+$/, 'An audience has no spaces.')
    .optional(),
  portal: address.optional(),
  clientId: clientIdSchema.optional(),
});

export type CloudInput = z.infer<typeof cloudInputSchema>;
