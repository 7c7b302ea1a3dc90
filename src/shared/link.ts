import { z } from 'zod';
import type { Audience } from './audience.ts';
import { audienceIds } from './audience.ts';
import { contextNameSchema } from './context.ts';
import { loginHint } from './login-hint.ts';
import { tenantName } from './tenant-name.ts';

/** What a link of the scheme asks for. It says where, never who is behind it: it does nothing before a person agrees. */
export type LinkWish =
  | { readonly kind: 'switch'; readonly place: LinkPlace }
  | { readonly kind: 'copy-token'; readonly place: LinkPlace; readonly audience: Audience }
  /** Not understood, and why, without a word of the link's own. */
  | { readonly kind: 'refused'; readonly message: string };

/** A context by its name, or a subscription or a tenant, of one account where several reach it. */
export interface LinkPlace {
  readonly context?: string | undefined;
  readonly subscription?: string | undefined;
  readonly tenant?: string | undefined;
  readonly account?: string | undefined;
}

export const linkScheme = 'azimuth';

/** Longer ones are nobody's honest link. */
const longest = 2_000;

const place = {
  context: contextNameSchema.optional(),
  subscription: z.guid('A subscription is named by its id.').optional(),
  tenant: tenantName.optional(),
  account: loginHint.optional(),
};

/** A service by our name for it, or by its own address or application id. */
const audience = z
  .union([
    z.enum(audienceIds).transform((id): Audience => ({ kind: 'known', id })),
    z
      .string()
      // The characters of RFC 3986 alone: other letters look like these, and some turn what is read round.
      .regex(/^(https|api):\/\/[\w.~:/?#@!$&()*+,;=%-]+$/i)
      .or(z.guid())
      .transform((resource): Audience => ({ kind: 'resource', resource })),
  ])
  .default({ kind: 'known', id: 'resource-manager' });

/** The actions by the hosts of their addresses, each with all that its query may say. */
const actions: Readonly<Record<string, z.ZodType<LinkWish>>> = {
  switch: z.strictObject(place).transform((where): LinkWish => ({ kind: 'switch', place: where })),
  'copy-token': z
    .strictObject({ ...place, audience })
    .transform(({ audience: wanted, ...where }): LinkWish => ({
      kind: 'copy-token',
      place: where,
      audience: wanted,
    })),
};

/** Whether a word of a command line is a link for us, be it a good one or not. */
export const isLink = (word: string): boolean => word.toLowerCase().startsWith(`${linkScheme}:`);

/**
 * Reads a link such as `azimuth://switch?subscription=ID` or `azimuth://copy-token?context=NAME&audience=graph`. Whoever made
 * it is not to be trusted: what is not known to the letter is refused.
 */
export function readLink(address: string): LinkWish {
  if (!isLink(address) || address.length > longest || !URL.canParse(address)) return noLink;
  const { host, username, password, port, pathname, hash, searchParams } = new URL(address);
  const isPlain = [username, password, port, hash].every((part) => part === '');
  if (!isPlain || (pathname !== '' && pathname !== '/')) return noLink;
  const action = Object.hasOwn(actions, host) ? actions[host] : undefined;
  const names = [...searchParams.keys()];
  if (!action || new Set(names).size !== names.length) return unknown;
  const wish = action.safeParse(Object.fromEntries(searchParams));
  if (!wish.success) return unknown;
  return wish.data.kind !== 'refused' && isSomewhere(wish.data.place) ? wish.data : unknown;
}

/** A context stands by itself; else a subscription or a tenant is named. */
function isSomewhere({ context, subscription, tenant, account }: LinkPlace): boolean {
  const named = subscription !== undefined || tenant !== undefined;
  return context === undefined ? named : !named && account === undefined;
}

const noLink: LinkWish = { kind: 'refused', message: 'This is no link that Azimuth understands.' };

const unknown: LinkWish = {
  kind: 'refused',
  message: 'This link asks for something that Azimuth does not do.',
};
