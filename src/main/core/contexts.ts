import type { Context } from '../../shared/context.ts';
import { isCalled } from '../../shared/context.ts';
import type { ContextInput } from '../../shared/contract.ts';
import type { Account } from '../../shared/model.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import { subscriptionKeyIn } from './context-list.ts';
import { placeOfContext, unknownContext } from './context-target.ts';
import type { Store } from './store.ts';

export interface ContextDeps {
  readonly store: Store;
  readonly newId: () => string;
  /** What a person agreed to for the context does not count any more. */
  readonly revoke: (contextId: string) => void;
  /** Runs once the default may be another one. */
  readonly pointed: () => Promise<void>;
}

/** How many contexts there can be. */
const atMost = 500;

/** The commands of named contexts. */
export function contextCommands({
  store,
  newId,
  revoke,
  pointed,
}: ContextDeps): Pick<
  CommandHandlers,
  'create-context' | 'change-context' | 'delete-context' | 'use-context'
> {
  const find = (contextId: string): Context | undefined =>
    store.state().contexts.list.find(({ id }) => id === contextId);

  const use = async (context: Context): Promise<Result<null>> => {
    const place = placeOfContext(store.state(), context);
    if (!place.ok) return place;
    const subscriptionKey = subscriptionKeyIn(context);
    store.apply({ kind: 'context-used', contextId: context.id, subscriptionKey });
    await pointed();
    return succeed(null);
  };

  /** The account of a context that can be kept under its name: a new place has to be one of the list. */
  const check = (id: string | undefined, input: ContextInput): Result<Account['username']> => {
    const { contexts, accounts, subscriptions } = store.state();
    if (contexts.list.some((one) => one.id !== id && isCalled(one, input.name))) {
      return fail(taken(input.name));
    }
    const before = contexts.list.find((one) => one.id === id);
    if (before && isSamePlace(before, input)) return succeed(before.username);
    const account = accounts.find(({ key }) => key === input.accountKey);
    if (!account) return fail(unknownAccount);
    const key = subscriptionKeyIn({ ...input, id: '', username: '' });
    const isThere = key === undefined || subscriptions.some((one) => one.key === key);
    return isThere ? succeed(account.username) : fail(unknownSubscription);
  };

  return {
    async 'create-context'(input) {
      if (store.state().contexts.list.length >= atMost) return fail(tooMany);
      const username = check(undefined, input);
      if (!username.ok) return username;
      const id = newId();
      store.apply({ kind: 'context-put', context: { ...input, id, username: username.value } });
      return succeed({ contextId: id });
    },
    async 'change-context'({ contextId, ...input }) {
      const before = find(contextId);
      if (!before) return fail(unknownContext);
      const username = check(contextId, input);
      if (!username.ok) return username;
      const context = { ...input, id: contextId, username: username.value };
      if (!isSamePlace(before, context)) revoke(contextId);
      store.apply({ kind: 'context-put', context });
      return store.state().contexts.currentId === contextId && !isSamePlace(before, context)
        ? use(context)
        : succeed(null);
    },
    async 'delete-context'({ contextId }) {
      if (!find(contextId)) return fail(unknownContext);
      revoke(contextId);
      store.apply({ kind: 'context-deleted', contextId });
      return succeed(null);
    },
    async 'use-context'({ contextId }) {
      const context = find(contextId);
      return context ? use(context) : fail(unknownContext);
    },
  };
}

function isSamePlace(
  one: Pick<Context, 'accountKey' | 'tenantId' | 'subscriptionId'>,
  other: Pick<Context, 'accountKey' | 'tenantId' | 'subscriptionId'>,
): boolean {
  return (
    one.accountKey === other.accountKey &&
    one.tenantId === other.tenantId &&
    one.subscriptionId === other.subscriptionId
  );
}

const taken = (name: string): Problem => ({
  kind: 'invalid-input',
  message: `There is a context “${name}” already. Choose another name.`,
  field: 'name',
});

const unknownAccount: Problem = {
  kind: 'not-signed-in',
  message: 'This account is not signed in. Sign in first, or choose another account.',
  remedy: { kind: 'sign-in' },
};

const unknownSubscription: Problem = {
  kind: 'unknown-subscription',
  message: 'This subscription is not in the list of that account and tenant.',
  remedy: { kind: 'refresh' },
};

const tooMany: Problem = {
  kind: 'invalid-input',
  message: `There are ${atMost} contexts already. Delete one first.`,
};
