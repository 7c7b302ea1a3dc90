import type { z } from 'zod';
import type { Cloud } from '../../shared/cloud.ts';
import { cloudNamed } from '../../shared/cloud.ts';
import { parseJson } from '../../shared/json.ts';
import type { Contexts, Selection } from '../../shared/app-state.ts';
import type { Account, Tenant } from '../../shared/model.ts';
import { nothingUsed } from '../../shared/usage.ts';
import { nothingArranged } from './arrangement.ts';
import type { Vault } from './ports/storage.ts';
import type { VaultDocument } from '../../shared/secret-places.ts';
import {
  rememberedAccounts,
  rememberedActivity,
  rememberedArrangement,
  rememberedContexts,
  rememberedDirectory,
  rememberedUsage,
} from './remembered.ts';
import type { Store } from './store.ts';

/** Shows at once, also offline, what was known when the program last ended. */
export async function restore(
  store: Store,
  vault: Pick<Vault, 'read' | 'setAside'>,
): Promise<void> {
  const [accounts, directory, contexts, arrangement, usage, activity] = await Promise.all([
    readDocument(vault, 'accounts', rememberedAccounts),
    readDocument(vault, 'directory', rememberedDirectory),
    readDocument(vault, 'contexts', rememberedContexts),
    readDocument(vault, 'arrangement', rememberedArrangement),
    readDocument(vault, 'usage', rememberedUsage),
    readDocument(vault, 'activity', rememberedActivity),
  ]);
  const before = accounts?.accounts ?? [];
  const known = new Set(before.map((account) => account.key));
  const isKnown = ({ accountKey }: { readonly accountKey: string }): boolean =>
    known.has(accountKey);
  const tenants = (directory?.tenants ?? []).filter(isKnown);
  const isComplete =
    before.every(({ key }) => tenants.some(({ accountKey }) => accountKey === key)) &&
    tenants.every(({ status }) => status.kind === 'ready' || status.kind === 'failed') &&
    before.every(({ session }) => session.kind !== 'unreachable');
  store.apply({
    kind: 'restored',
    accounts: before.map(reachableAgain).map((one) => withClient(one, store.state().clouds.known)),
    tenants: tenants.map(atRest),
    subscriptions: (directory?.subscriptions ?? []).filter(isKnown),
    selection: selectionAmong(known, accounts?.defaultSubscriptionKey, accounts?.lostDefault),
    // A list that was not read to the end is old, whenever that was.
    finishedAt: isComplete ? directory?.finishedAt : undefined,
    contexts: contextsOf(contexts),
    arrangement: arrangement?.arrangement ?? nothingArranged,
    usage: usage?.usage ?? nothingUsed,
    activity: activity?.handOuts ?? [],
  });
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

/** Before a client could be chosen in the window, an account's was that of its cloud. */
function withClient(account: Account, known: readonly Cloud[]): Account {
  if (account.kind !== 'user' || account.clientId !== undefined) return account;
  const cloud = cloudNamed(known, account.cloud);
  return cloud ? { ...account, clientId: cloud.clientId } : account;
}

/** A tenant that was being asked when the program ended is not being asked any more. */
function atRest(tenant: Tenant): Tenant {
  return tenant.status.kind === 'loading' ? { ...tenant, status: { kind: 'unread' } } : tenant;
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
