import type { z } from 'zod';
import type { AppState, SliceName } from '../../shared/app-state.ts';
import type { Clock } from './ports/clock.ts';
import type { Vault, VaultDocument } from './ports/storage.ts';
import type {
  rememberedAccounts,
  rememberedActivity,
  rememberedArrangement,
  rememberedContexts,
  rememberedDirectory,
  rememberedUsage,
} from './remembered.ts';
import type { Store } from './store.ts';

type Kept = Exclude<VaultDocument, 'msal-cache' | 'service-principals'>;

/** Which slices make a document stale. */
const documentOf: Partial<Record<SliceName, Kept>> = {
  accounts: 'accounts',
  selection: 'accounts',
  discovery: 'directory',
  tenants: 'directory',
  subscriptions: 'directory',
  contexts: 'contexts',
  arrangement: 'arrangement',
  usage: 'usage',
  activity: 'activity',
};

/** Milliseconds during which further changes join the same write. */
const gathering = 500;

export interface Memory {
  /** Writes what has changed and resolves when it is on disk. */
  flush(): Promise<void>;
}

/** Keeps the vault in step with the state. A directory is written when its discovery has come to rest. */
export function rememberChanges(store: Store, vault: Vault, clock: Clock): Memory {
  const stale = new Set<Kept>();
  const writing = new Set<Promise<void>>();
  let cancelTimer: (() => void) | undefined;

  const inMotion = (document: Kept): boolean =>
    document === 'directory' && store.state().discovery.running > 0;

  const write = (documents: readonly Kept[]): void => {
    cancelTimer?.();
    cancelTimer = undefined;
    for (const document of documents) {
      stale.delete(document);
      const written = vault
        .write(document, JSON.stringify(contents(document, store.state())))
        .finally(() => writing.delete(written));
      writing.add(written);
    }
  };

  store.subscribe(({ changed }) => {
    for (const name of Object.keys(changed) as SliceName[]) {
      const document = documentOf[name];
      if (document) stale.add(document);
    }
    if ([...stale].every(inMotion)) return;
    cancelTimer ??= clock.after(gathering, () => write([...stale].filter((one) => !inMotion(one))));
  });

  return {
    async flush() {
      write([...stale]);
      // Also those that the timer began: they are not on disk before they end.
      await Promise.all(writing);
    },
  };
}

function contents(
  document: Kept,
  state: AppState,
):
  | z.input<typeof rememberedAccounts>
  | z.input<typeof rememberedDirectory>
  | z.input<typeof rememberedContexts>
  | z.input<typeof rememberedArrangement>
  | z.input<typeof rememberedUsage>
  | z.input<typeof rememberedActivity> {
  switch (document) {
    case 'accounts':
      return {
        version: 1,
        accounts: [...state.accounts],
        defaultSubscriptionKey: state.selection.defaultSubscriptionKey,
        lostDefault: state.selection.lost,
      };
    case 'directory':
      return {
        version: 1,
        tenants: [...state.tenants],
        subscriptions: state.subscriptions.map((one) => ({
          ...one,
          managedByTenantIds: [...one.managedByTenantIds],
        })),
        ...(state.discovery.finishedAt === undefined
          ? {}
          : { finishedAt: state.discovery.finishedAt }),
      };
    case 'contexts':
      return { version: 1, ...state.contexts, list: [...state.contexts.list] };
    case 'arrangement':
      return { version: 1, arrangement: state.arrangement };
    case 'usage':
      return { version: 1, usage: state.usage };
    case 'activity':
      return { version: 1, handOuts: [...state.activity] };
  }
}
