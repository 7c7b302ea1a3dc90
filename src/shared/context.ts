import { z } from 'zod';
import type { Audience } from './audience.ts';
import type { Colour } from './colour.ts';
import { colourNames } from './colour.ts';
import { tenantName } from './tenant-name.ts';

/** A place to point at, under a name: an account in a tenant, and there a subscription or the tenant as a whole. */
export interface Context {
  /** Stays the same when the name changes. */
  readonly id: string;
  /** No two have the same name, whatever the letters' case. */
  readonly name: string;
  readonly accountKey: string;
  /** Whose account it is, for when nobody is signed in to it. */
  readonly username: string;
  readonly tenantId: string;
  readonly subscriptionId?: string | undefined;
  /** What a token is for, unless its asker says so. */
  readonly audience?: Audience | undefined;
  readonly colour?: Colour | undefined;
  /** Marked in every list, so that nobody takes it for a test. */
  readonly production: boolean;
  /** Whether a production context's tokens are handed out only once a person has agreed. */
  readonly confirm: boolean;
}

/** Names are typed in terminals and written into files: no quote, no separator, no dash in front. */
export const contextNameSchema = z
  .string()
  .trim()
  .min(1, 'A context has a name.')
  .max(64, 'A name has at most 64 characters.')
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]*$/u,
    'A name begins with a letter or a digit and has letters, digits, blanks, dots, dashes and underscores.',
  );

/** A context as it is typed, but for its audience. */
export const contextFields = z.object({
  name: contextNameSchema,
  accountKey: z.string().min(1).max(512),
  tenantId: tenantName,
  subscriptionId: z.string().min(1).max(255).optional(),
  colour: z.enum(colourNames).optional(),
  production: z.boolean(),
  confirm: z.boolean(),
});

/** Whether its tokens wait for a person. */
export const asksFirst = ({ production, confirm }: Context): boolean => production && confirm;

export const isCalled = ({ name }: Pick<Context, 'name'>, wanted: string): boolean =>
  name.toLowerCase() === wanted.trim().toLowerCase();

/** Where something is: an account in a tenant, and there perhaps a subscription. */
export interface ReachedPlace {
  readonly accountKey: string;
  readonly tenantId: string;
  readonly subscriptionId?: string | undefined;
}

/** Whether a place is inside of what a context names, under whatever name it was reached. */
export const covers = (context: Context, place: ReachedPlace): boolean =>
  context.accountKey === place.accountKey &&
  context.tenantId.toLowerCase() === place.tenantId.toLowerCase() &&
  (context.subscriptionId === undefined || context.subscriptionId === place.subscriptionId);
