import type { Contexts } from '../../shared/app-state.ts';
import type { Context } from '../../shared/context.ts';
import type { Account } from '../../shared/model.ts';
import { subscriptionKeyOf, tenantKeyOf } from '../../shared/model.ts';

/** What happens to the list of contexts, for the reducer. */

const inNames = (list: readonly Context[]): readonly Context[] =>
  list.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));

/** A new context, or the new state of one that is there. */
export function withContext(contexts: Contexts, context: Context): Contexts {
  const others = contexts.list.filter(({ id }) => id !== context.id);
  return { ...contexts, list: inNames([...others, context]) };
}

export function withoutContext(contexts: Contexts, contextId: string): Contexts {
  const unless = (id: string | undefined): string | undefined =>
    id === contextId ? undefined : id;
  return {
    list: contexts.list.filter(({ id }) => id !== contextId),
    currentId: unless(contexts.currentId),
    previousId: unless(contexts.previousId),
  };
}

/** Using the same one again does not make it the one before. */
export function withUsed({ list, currentId, previousId }: Contexts, contextId: string): Contexts {
  return {
    list,
    currentId: contextId,
    previousId: currentId === undefined || currentId === contextId ? previousId : currentId,
  };
}

/** Another default was chosen: the context that pointed elsewhere is no longer the current one, but the one before. */
export function atDefault(contexts: Contexts, subscriptionKey: string): Contexts {
  const current = contexts.list.find(({ id }) => id === contexts.currentId);
  if (!current || subscriptionKeyIn(current) === subscriptionKey) return contexts;
  return { list: contexts.list, currentId: undefined, previousId: current.id };
}

/** Contexts outlast a sign-out, but none of them is the default of an account that is gone. */
export function withoutAccount(contexts: Contexts, accountKey: string): Contexts {
  const current = contexts.list.find(({ id }) => id === contexts.currentId);
  if (current?.accountKey !== accountKey) return contexts;
  return { list: contexts.list, currentId: undefined, previousId: current.id };
}

/** Somebody goes by this name from now on. */
export function withUsername(
  contexts: Contexts,
  { key, username }: Pick<Account, 'key' | 'username'>,
): Contexts {
  const isOld = (one: Context): boolean => one.accountKey === key && one.username !== username;
  if (!contexts.list.some(isOld)) return contexts;
  return {
    ...contexts,
    list: contexts.list.map((one) => (isOld(one) ? { ...one, username } : one)),
  };
}

export function subscriptionKeyIn(context: Context): string | undefined {
  const { accountKey, tenantId, subscriptionId } = context;
  if (subscriptionId === undefined) return undefined;
  return subscriptionKeyOf(tenantKeyOf(accountKey, tenantId), subscriptionId);
}
