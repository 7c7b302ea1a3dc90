import { z } from 'zod';
import type { Problem, Remedy } from '../../shared/problem.ts';
import { problemFields, problemKinds } from '../../shared/problem.ts';

const text = z.string().exactOptional();

const remedy: z.ZodType<Remedy> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sign-in'),
    accountKey: text,
    tenantId: text,
    scopes: z.array(z.string()).exactOptional(),
  }),
  z.object({ kind: z.literal('replace-credential'), accountKey: text }),
  z.object({ kind: z.enum(['set-up-cloud', 'set-client-id']), cloud: text }),
  z.object({
    kind: z.enum([
      'retry',
      'refresh',
      'choose-default',
      'contact-admin',
      'check-network',
      'check-clock',
    ]),
  }),
]);

/**
 * A problem as it is read back. One that only another version knows keeps its words under the title of the unexpected, and
 * loses a remedy that nobody here could carry out.
 */
export const rememberedProblem: z.ZodType<Problem> = z.object({
  kind: z.enum(problemKinds).catch('unexpected'),
  message: z.string(),
  remedy: remedy.optional().catch(undefined),
  field: z.enum(problemFields).optional().catch(undefined),
  contextId: text,
  code: text,
  detail: text,
  correlationId: text,
  traceId: text,
  sessionAge: z.number().exactOptional(),
  claims: text,
});
