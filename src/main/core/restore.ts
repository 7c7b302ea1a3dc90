import type { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { Contexts, Selection } from '../../shared/app-state.ts';
import type { Account, Subscription, Tenant } from '../../shared/model.ts';
import type { Vault, VaultDocument } from './ports.ts';
import {
  rememberedAccounts,
  rememberedActivity,
  rememberedContexts,
  rememberedDirectory,
} from './remembered.ts';
import type { Store } from './store.ts';

/** What the vault holds of accounts in other clouds than this one: not shown, and not lost. */
export interface Elsewhere {
  readonly accounts: readonly Account[];
  readonly tenants: readonly Tenant[];
  readonly subscriptions: readonly Subscription[];
}

export const nowhere: Elsewhere = { accounts: [], tenants: [], subscriptions: [] };

/** Shows at once, also offline, what was known when the program last ended. */
export async function restore(
  store: Store,
  vault: Pick<Vault, 'read' | 'setAside'>,
): Promise<Elsewhere> {
  const [accounts, directory, contexts, activity] = await Promise.all([
    readDocument(vault, 'accounts', rememberedAccounts),
    readDocument(vault, 'directory', rememberedDirectory),
    readDocument(vault, 'contexts', rememberedContexts),
    readDocument(vault, 'activity', rememberedActivity),
  ]);
  const cloud = store.state().about.cloud.name;
  const all = accounts?.accounts ?? [];
  const here = all.filter((account) => account.cloud === cloud).map(reachableAgain);
  const known = new Set(here.map((account) => account.key));
  const isHere = ({ accountKey }: { readonly accountKey: string }): boolean =>
    known.has(accountKey);
  const [tenants, otherTenants] = divide(directory?.tenants ?? [], isHere);
  const [subscriptions, otherSubscriptions] = divide(directory?.subscriptions ?? [], isHere);
  const isComplete =
    here.every(({ key }) => tenants.some(({ accountKey }) => accountKey === key)) &&
    tenants.every(({ status }) => status.kind === 'ready' || status.kind === 'failed') &&
    all.every(({ session }) => session.kind !== 'unreachable');
  store.apply({
    kind: 'restored',
    accounts: here,
    tenants: tenants.map(atRest),
    subscriptions,
    selection: selectionAmong(known, accounts?.defaultSubscriptionKey, accounts?.lostDefault),
    // A list that was not read to the end is old, whenever that was.
    finishedAt: isComplete ? directory?.finishedAt : undefined,
    contexts: contextsOf(contexts),
    activity: activity?.handOuts ?? [],
  });
  const otherKeys = new Set(all.map(({ key }) => key).filter((key) => !known.has(key)));
  return {
    accounts: all.filter(({ key }) => otherKeys.has(key)),
    tenants: otherTenants.filter(({ accountKey }) => otherKeys.has(accountKey)),
    subscriptions: otherSubscriptions.filter(({ accountKey }) => otherKeys.has(accountKey)),
  };
}

/** The default is kept also when the list was damaged: whether it vanished, its tenant will tell. */
function selectionAmong(
  accountKeys: ReadonlySet<string>,
  defaultSubscriptionKey: string | undefined,
  lost: Selection['lost'],
): Selection {
  if (defaultSubscriptionKey === undefined) return lost ? { lost } : {};
  const isKnown = [...accountKeys].some((key) => defaultSubscriptionKey.startsWith(`${key}/`));
  return isKnown ? { defaultSubscriptionKey } : {};
}

function contextsOf(remembered: z.infer<typeof rememberedContexts> | undefined): Contexts {
  if (!remembered) return { list: [] };
  const { list, currentId, previousId } = remembered;
  return { list, currentId, previousId };
}

/** What could not be reached then may be reached now; it will be asked. */
function reachableAgain(account: Account): Account {
  return account.session.kind === 'unreachable'
    ? { ...account, session: { kind: 'active' } }
    : account;
}

/** A tenant that was being asked when the program ended is not being asked any more. */
function atRest(tenant: Tenant): Tenant {
  return tenant.status.kind === 'loading' ? { ...tenant, status: { kind: 'unread' } } : tenant;
}

function divide<T>(all: readonly T[], test: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

async function readDocument<T>(
  vault: Pick<Vault, 'read' | 'setAside'>,
  document: VaultDocument,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const text = await vault.read(document);
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  await vault.setAside(document);
  return undefined;
}
