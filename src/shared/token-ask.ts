import { z } from 'zod';
import type { Audience } from './audience.ts';
import { audienceIds } from './audience.ts';
import { keySchema } from './key.ts';
import { tenantName } from './tenant-name.ts';

/** Scopes, all of one service. */
export const scopesSchema = z
  .array(
    z
      .string()
      .regex(/^\S+$/, 'A scope is one word, without spaces.')
      .max(2_000, 'That is too long for a scope.'),
  )
  .min(1, 'Type at least one scope.')
  .max(50, 'That is more scopes than a token can carry.')
  .readonly();

export const knownAudienceSchema = z.object({ kind: z.literal('known'), id: z.enum(audienceIds) });

export const resourceAudienceSchema = z.object({
  kind: z.literal('resource'),
  resource: z
    .string()
    .trim()
    .min(1, 'Type the address or application id of the service.')
    .max(2_000, 'That is too long for a resource.')
    .regex(/^\S+$/, 'A resource has no spaces. Several scopes are asked for as scopes.'),
});

/** An audience; resources and scopes are taken word for word, so they are checked for what can't be one. */
export const audienceSchema: z.ZodType<Audience> = z.discriminatedUnion('kind', [
  knownAudienceSchema,
  resourceAudienceSchema,
  z.object({ kind: z.literal('scopes'), scopes: scopesSchema }),
]);

/**
 * What a token is for: the default, a context, a subscription of the list, a tenant of the list, or, for an account, any
 * tenant by its id or a domain.
 */
export const tokenTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('default') }),
  z.object({ kind: z.literal('context'), contextId: keySchema }),
  z.object({ kind: z.literal('subscription'), subscriptionKey: keySchema }),
  z.object({ kind: z.literal('tenant'), tenantKey: keySchema }),
  z.object({ kind: z.literal('any-tenant'), accountKey: keySchema, tenant: tenantName }),
]);

export type TokenTarget = z.infer<typeof tokenTargetSchema>;
