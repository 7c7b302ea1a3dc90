import { z } from 'zod';
import { surfaces } from '../../shared/app-state.ts';
import { contextSchema } from '../../shared/contract.ts';
import { audienceSchema } from '../../shared/token-ask.ts';
import { labelSchema } from '../../shared/label.ts';
import {
  managedIdentityChoiceSchema,
  managedIdentitySources,
} from '../../shared/managed-identity.ts';
import { accountKinds, subscriptionStates } from '../../shared/model.ts';
import { rememberedProblem as problem } from './remembered-problem.ts';

/**
 * The documents that outlive the program, as they stand in the vault. What is read back is parsed with these schemas: a
 * file that another version or a crash left behind is a border like any other.
 */
const session = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('active') }),
  z.object({ kind: z.literal('unreachable'), problem }),
  z.object({ kind: z.literal('ended'), problem }),
]);

const credential = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('secret') }),
  z.object({ kind: z.literal('certificate'), thumbprint: z.string(), expiresAt: z.number() }),
  z.object({ kind: z.literal('federated-token') }),
  z.object({ kind: z.literal('federated-file'), path: z.string() }),
]);

const account = z.object({
  /** Before there were service principals nothing was said. */
  kind: z.enum(accountKinds).default('user'),
  key: z.string(),
  cloud: z.string(),
  homeAccountId: z.string(),
  homeTenantId: z.string(),
  username: z.string(),
  displayName: z.string(),
  session,
  clientId: z.string().optional(),
  credential: credential.optional(),
  sessionFacts: z
    .object({
      provedAt: z.number(),
      limits: z.array(z.object({ tenantId: z.string(), age: z.number() })).readonly(),
    })
    .optional(),
  managedIdentity: z
    .object({ source: z.enum(managedIdentitySources), identity: managedIdentityChoiceSchema })
    .optional(),
});

const tenant = z.object({
  key: z.string(),
  accountKey: z.string(),
  tenantId: z.string(),
  displayName: z.string(),
  defaultDomain: z.string(),
  status: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('unread') }),
    z.object({ kind: z.literal('loading') }),
    z.object({ kind: z.literal('ready') }),
    z.object({ kind: z.literal('failed'), problem }),
  ]),
});

const subscription = z.object({
  key: z.string(),
  accountKey: z.string(),
  tenantKey: z.string(),
  tenantId: z.string(),
  subscriptionId: z.string(),
  displayName: z.string(),
  state: z.enum(subscriptionStates),
  managedByTenantIds: z.array(z.string()),
  homeTenantId: z.string().optional(),
});

const handOut = z.object({
  id: z.string(),
  at: z.number(),
  surface: z.enum(surfaces),
  act: z.enum(['copied', 'revealed', 'issued']),
  program: z.string().optional(),
  pid: z.number().optional(),
  grant: z.string().optional(),
  context: z.string().optional(),
  audience: audienceSchema,
  username: z.string(),
  // Lines of earlier versions have no account's key.
  accountKey: z.string().default(''),
  tenantId: z.string(),
  subscriptionId: z.string().optional(),
  expiresAt: z.number(),
});

export const rememberedAccounts = z.object({
  version: z.literal(1),
  accounts: z.array(account),
  defaultSubscriptionKey: z.string().optional(),
  /** The default that vanished, until another one is chosen. */
  lostDefault: z.object({ displayName: z.string(), subscriptionId: z.string() }).optional(),
});

export const rememberedDirectory = z.object({
  version: z.literal(1),
  tenants: z.array(tenant),
  subscriptions: z.array(subscription),
  finishedAt: z.number().optional(),
});

export const rememberedContexts = z.object({
  version: z.literal(1),
  list: z.array(contextSchema.extend({ id: z.string(), username: z.string() })),
  currentId: z.string().optional(),
  previousId: z.string().optional(),
});

export const rememberedArrangement = z.object({
  version: z.literal(1),
  arrangement: z.object({
    labels: z.record(z.string(), labelSchema),
    tenantOrder: z.record(z.string(), z.array(z.string()).readonly()),
    collapsed: z.array(z.string()).readonly().default([]),
    favourites: z.array(z.string()).readonly().default([]),
  }),
});

const uses = z.record(z.string(), z.object({ lastAt: z.number(), weight: z.number() }));

export const rememberedUsage = z.object({
  version: z.literal(1),
  usage: z.object({ subscriptions: uses, tenants: uses, contexts: uses, audiences: uses }),
});

export const rememberedActivity = z.object({ version: z.literal(1), handOuts: z.array(handOut) });
