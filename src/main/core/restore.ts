import type { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { Tenant } from '../../shared/model.ts';
import type { Vault, VaultDocument } from './ports.ts';
import { rememberedAccounts, rememberedActivity, rememberedDirectory } from './remembered.ts';
import type { Store } from './store.ts';

/** Shows at once, also offline, what was known when the program last ended. */
export async function restore(
  store: Store,
  vault: Pick<Vault, 'read' | 'setAside'>,
): Promise<void> {
  const [accounts, directory, activity] = await Promise.all([
    readDocument(vault, 'accounts', rememberedAccounts),
    readDocument(vault, 'directory', rememberedDirectory),
    readDocument(vault, 'activity', rememberedActivity),
  ]);
  const known = new Set(accounts?.accounts.map((account) => account.key));
  const tenants = (directory?.tenants ?? []).filter((one) => known.has(one.accountKey));
  const subscriptions = (directory?.subscriptions ?? []).filter((one) => known.has(one.accountKey));
  const defaultKey = accounts?.defaultSubscriptionKey;
  store.apply({
    kind: 'restored',
    accounts: accounts?.accounts ?? [],
    tenants: tenants.map(atRest),
    subscriptions,
    // Kept also when the list was damaged: whether it vanished, its tenant will tell.
    selection:
      defaultKey !== undefined && [...known].some((key) => defaultKey.startsWith(`${key}/`))
        ? { defaultSubscriptionKey: defaultKey }
        : {},
    finishedAt: directory?.finishedAt,
    activity: activity?.handOuts ?? [],
  });
}

/** A tenant that was being asked when the program ended is not being asked any more. */
function atRest(tenant: Tenant): Tenant {
  return tenant.status.kind === 'loading' ? { ...tenant, status: { kind: 'ready' } } : tenant;
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
