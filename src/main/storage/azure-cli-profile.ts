import { z } from 'zod';
import type { CliAccount, CliProfile } from '../../shared/azure-cli.ts';
import { azureCliUser } from '../../shared/azure-cli-user.ts';
import type { AccountKind } from '../../shared/model.ts';
import { loginHint } from '../../shared/login-hint.ts';
import { plainName } from '../../shared/plain-name.ts';
import { tenantName } from '../../shared/tenant-name.ts';
import type { DefaultForCli } from '../core/ports/programs.ts';

/**
 * `azureProfile.json` as values. Its shape is Azure CLI's (`azure.cli.core._profile`): one object with a list of
 * subscriptions, each with its user, the tenant of its tokens and its cloud. Whatever else stands there is kept.
 */
export interface CliProfileDocument {
  readonly [key: string]: unknown;
  readonly subscriptions?: readonly unknown[] | null | undefined;
}

export const cliProfileDocument: z.ZodType<CliProfileDocument> = z.looseObject({
  subscriptions: z.array(z.unknown()).nullish(),
});

const entrySchema = z.object({
  id: z.string(),
  name: z.string().transform(plainName),
  isDefault: z.boolean().nullish(),
  tenantId: tenantName,
  tenantDefaultDomain: z.string().nullish(),
  environmentName: z.string(),
  user: z.object({
    name: loginHint,
    type: z.enum(['user', 'servicePrincipal']),
    /** In Cloud Shell, whose identity is the machine's. */
    cloudShellID: z.boolean().nullish(),
  }),
});

type Entry = z.infer<typeof entrySchema>;

/** The names under which Azure CLI keeps managed identities, which are the machine's and can't be signed in. */
const managedIdentities: ReadonlySet<string> = new Set([
  'systemAssignedIdentity',
  'userAssignedIdentity',
]);

/** Stands for a tenant without a subscription; its id is the tenant's. */
const isTenantOnly = ({ id, tenantId }: Entry): boolean => id === tenantId;

/** Who is in a profile, and where it points. Entries of another shape than Azure CLI's are passed over. */
export function readAccounts({ subscriptions }: CliProfileDocument): CliProfile {
  const entries = (subscriptions ?? []).flatMap((raw): readonly Entry[] => {
    const { data } = entrySchema.safeParse(raw);
    return data === undefined || isOfMachine(data) ? [] : [data];
  });
  const byUser = Map.groupBy(entries, ({ environmentName, user }) =>
    JSON.stringify([environmentName, user.type, user.name.toLowerCase()]),
  );
  const accounts = [...byUser.values()].flatMap((each) => accountOf(each) ?? []);
  if (accounts.length === 0) return { kind: 'none' };
  const chosen = entries.find((entry) => entry.isDefault === true && !isTenantOnly(entry));
  if (chosen === undefined) return { kind: 'accounts', accounts };
  return {
    kind: 'accounts',
    accounts,
    default: {
      cloud: chosen.environmentName,
      username: chosen.user.name,
      tenantId: chosen.tenantId,
      subscriptionId: chosen.id,
      displayName: chosen.name,
    },
  };
}

function isOfMachine({ user }: Entry): boolean {
  return managedIdentities.has(user.name) || user.cloudShellID === true;
}

function accountOf(entries: readonly Entry[]): CliAccount | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  const tenantId = tenantToSignInAt(entries);
  return {
    kind: kindOf(first.user.type),
    cloud: first.environmentName,
    username: first.user.name,
    ...(tenantId === undefined ? {} : { tenantId }),
    subscriptions: entries.filter((entry) => !isTenantOnly(entry)).length,
  };
}

const kindOf = (type: Entry['user']['type']): AccountKind =>
  type === 'user' ? 'user' : 'service-principal';

/**
 * The profile does not say where a user is at home. Of one tenant that is the one to sign in at, home or not; of several
 * it is the one whose domain the user's name has, and else Entra ID finds the home by the name.
 */
function tenantToSignInAt(entries: readonly Entry[]): string | undefined {
  const [first, ...others] = new Set(entries.map(({ tenantId }) => tenantId));
  if (others.length === 0) return first;
  const domain = entries[0]?.user.name.toLowerCase().split('@').at(-1);
  return entries.find(({ tenantDefaultDomain }) => tenantDefaultDomain?.toLowerCase() === domain)
    ?.tenantId;
}

/** A profile that points elsewhere, and whom Azure CLI reaches the new default as. */
export interface Pointed {
  readonly document: CliProfileDocument;
  readonly username: string;
}

/**
 * Points a profile at a subscription. Only `isDefault` moves; an entry is added where there is none. One that is there
 * stays as it is, also with another user: Azure CLI tells subscriptions apart by their id alone, and two entries of one id
 * would break it.
 *
 * @param isCurrent false where Azure CLI is set to another cloud: then its default stays, and the entry waits to be chosen
 */
export function pointAt(
  document: CliProfileDocument,
  chosen: DefaultForCli,
  isCurrent: boolean,
): Pointed {
  const before = document.subscriptions ?? [];
  const known = before.find((raw) => isEntryOf(raw, chosen));
  const target = known ?? entryFor(chosen);
  const all = known === undefined ? [...before, target] : before;
  const username =
    entrySchema.safeParse(target).data?.user.name ?? azureCliUser(chosen.account).name;
  const subscriptions = isCurrent ? all.map((raw) => withDefault(raw, raw === target)) : all;
  return { document: { ...document, subscriptions }, username };
}

function isEntryOf(raw: unknown, { account, subscription }: DefaultForCli): boolean {
  const { data } = z.object({ id: z.string(), environmentName: z.string() }).safeParse(raw);
  return (
    data?.environmentName === account.cloud &&
    data.id.toLowerCase() === subscription.subscriptionId.toLowerCase()
  );
}

/** What is not the default and does not say that it is stays the same. */
function withDefault(raw: unknown, isDefault: boolean): unknown {
  const { data } = z.looseObject({ isDefault: z.unknown() }).safeParse(raw);
  return data === undefined || (data.isDefault === true) === isDefault
    ? raw
    : { ...data, isDefault };
}

/** An entry with the keys that Azure CLI writes, in its order. */
function entryFor({
  account,
  tenant,
  subscription,
}: DefaultForCli): Readonly<Record<string, unknown>> {
  return {
    id: subscription.subscriptionId,
    name: subscription.displayName,
    state: subscription.state,
    user: azureCliUser(account),
    isDefault: false,
    tenantId: subscription.tenantId,
    environmentName: account.cloud,
    homeTenantId: subscription.homeTenantId ?? subscription.tenantId,
    ...(tenant && {
      tenantDefaultDomain: tenant.defaultDomain,
      tenantDisplayName: tenant.displayName,
    }),
    managedByTenants: subscription.managedByTenantIds.map((tenantId) => ({ tenantId })),
  };
}
