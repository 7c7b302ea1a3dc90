import type { Audience } from '../../../shared/audience.ts';
import { audienceIds } from '../../../shared/audience.ts';
import type { NewGrant } from '../../../shared/grant-input.ts';
import { grantMinutesSchema, newGrantSchema } from '../../../shared/grant-input.ts';
import { freeName } from '../../../shared/grant.ts';
import { readAudience } from '../audience-word.ts';
import type { CommandContext } from '../command.ts';
import type { Options, Values } from '../options.ts';
import { aimOf } from './get-access-token.ts';
import { contextOption } from './context-option.ts';
import { subscriptionOption } from './subscription-option.ts';

/** What a grant is for; the same for all commands that make one. */
export const grantOptions = {
  subscription: { ...subscriptionOption, flags: ['--subscription', '-s'] },
  tenant: {
    kind: 'text',
    flags: ['--tenant', '-t'],
    help: 'Tenant ID or domain, instead of a subscription.',
  },
  context: contextOption,
  audience: {
    kind: 'texts',
    flags: ['--audience'],
    help: `What may be asked for: ${audienceIds.join(', ')}, the address of another service, or any. Default: resource-manager.`,
  },
  expires: {
    kind: 'text',
    flags: ['--expires'],
    help: 'How long it lasts: minutes, or such as 30m, 8h, 2d. At most 7d.',
  },
  name: {
    kind: 'text',
    flags: ['--name', '-n'],
    help: 'What the grant is called in the list and in the activity.',
  },
} as const satisfies Options;

export type GrantValues = Values<typeof grantOptions>;

/**
 * A grant to make, or the sentence that says why the options name none.
 *
 * @param otherwise what holds where nothing is said; its name gets a number where a grant has it already
 */
export function readGrant(
  { store, pointing }: Pick<CommandContext, 'store' | 'pointing'>,
  values: GrantValues,
  otherwise: { readonly name: string; readonly minutes: number },
): { readonly grant: NewGrant } | { readonly complaint: string } {
  const { subscription, tenant, audience, expires } = values;
  const name = values.name ?? freeName(store.state().grants, otherwise.name);
  if (subscription !== undefined && tenant !== undefined) {
    return { complaint: 'Please specify only one of subscription and tenant, not both' };
  }
  const aim = aimOf(store.state(), pointing, subscription, tenant);
  if ('complaint' in aim) return aim;
  const span = expires === undefined ? otherwise : readMinutes(expires);
  if ('complaint' in span) return span;
  const services = audiencesOf(audience, pointing.place?.context?.audience);
  if ('complaint' in services) return services;
  const parsed = newGrantSchema.safeParse({
    name,
    target: aim.target,
    audiences: services.audiences,
    minutes: span.minutes,
  });
  if (parsed.success) return { grant: parsed.data };
  return { complaint: parsed.error.issues[0]?.message ?? 'Invalid input' };
}

/** How long a grant lasts: `30`, `30m`, `8h` or `2d`. */
export function readMinutes(
  text: string,
): { readonly minutes: number } | { readonly complaint: string } {
  const [, count = '', unit = 'm'] = /^(\d{1,6})([mhd]?)$/.exec(text) ?? [];
  if (count === '') {
    return { complaint: `'${text}' is no span of time. Write minutes, or such as 30m, 8h or 2d.` };
  }
  const minutesIn: Readonly<Record<string, number>> = { h: 60, d: 1_440 };
  const parsed = grantMinutesSchema.safeParse(Number(count) * (minutesIn[unit] ?? 1));
  if (parsed.success) return { minutes: parsed.data };
  return { complaint: parsed.error.issues[0]?.message ?? 'Invalid input' };
}

/** Without a name it is what the context is for, and Resource Manager where that says nothing. */
function audiencesOf(
  words: readonly string[],
  usual: Audience | undefined,
): { readonly audiences: unknown } | { readonly complaint: string } {
  if (words.includes('any')) return { audiences: 'any' };
  if (words.length === 0) {
    const known = usual && usual.kind !== 'scopes';
    return { audiences: [known ? usual : { kind: 'known', id: 'resource-manager' }] };
  }
  const audiences: Audience[] = [];
  for (const word of words) {
    const read = readAudience(word);
    if ('complaint' in read) return read;
    audiences.push(read.audience);
  }
  return { audiences };
}
