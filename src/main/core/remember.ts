import type { z } from 'zod';
import type { AppState, SliceName } from '../../shared/app-state.ts';
import type { Clock, Vault, VaultDocument } from './ports.ts';
import type { rememberedAccounts, rememberedActivity, rememberedDirectory } from './remembered.ts';
import type { Store } from './store.ts';

type Kept = Extract<VaultDocument, 'accounts' | 'directory' | 'activity'>;

/** Which slices make a document stale. */
const documentOf: Partial<Record<SliceName, Kept>> = {
  accounts: 'accounts',
  selection: 'accounts',
  discovery: 'directory',
  tenants: 'directory',
  subscriptions: 'directory',
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
  let cancelTimer: (() => void) | undefined;

  const write = async (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = undefined;
    const documents = [...stale];
    stale.clear();
    await Promise.all(
      documents.map((document) =>
        vault.write(document, JSON.stringify(contents(document, store.state()))),
      ),
    );
  };

  store.subscribe(({ changed }) => {
    for (const name of Object.keys(changed) as SliceName[]) {
      const document = documentOf[name];
      if (document) stale.add(document);
    }
    if (stale.size === 0) return;
    if (stale.has('directory') && stale.size === 1 && store.state().discovery.running > 0) return;
    cancelTimer ??= clock.after(gathering, () => void write());
  });

  return { flush: write };
}

function contents(
  document: Kept,
  state: AppState,
):
  | z.input<typeof rememberedAccounts>
  | z.input<typeof rememberedDirectory>
  | z.input<typeof rememberedActivity> {
  switch (document) {
    case 'accounts':
      return {
        version: 1,
        accounts: [...state.accounts],
        ...(state.selection.defaultSubscriptionKey === undefined
          ? {}
          : { defaultSubscriptionKey: state.selection.defaultSubscriptionKey }),
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
    case 'activity':
      return { version: 1, handOuts: [...state.activity] };
  }
}
