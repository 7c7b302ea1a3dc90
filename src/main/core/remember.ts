import type { z } from 'zod';
import type { AppState, SliceName } from '../../shared/app-state.ts';
import type { Clock } from './ports/clock.ts';
import type { Log, Vault } from './ports/storage.ts';
import type { VaultDocument } from '../../shared/secret-places.ts';
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

/** What only the person could say again. */
const ofThePerson: readonly Kept[] = ['accounts', 'contexts', 'arrangement'];

/** What Azure says again, and what comes by the hundred. */
const inBulk: readonly Kept[] = ['directory', 'activity', 'usage'];

/** Milliseconds during which further changes join the same write. */
const gathering = 500;

export interface Memory {
  /** Writes what the person did, without gathering. Resolves when it is on disk; rejects as `flush` does. */
  keep(): Promise<void>;
  /** Writes what has changed and resolves when it is on disk; rejects when that can't be done, and the next one tries again. */
  flush(): Promise<void>;
}

/** Keeps the vault in step with the state. A directory is written when its discovery has come to rest. */
export function rememberChanges(
  store: Store,
  vault: Pick<Vault, 'write'>,
  clock: Clock,
  log: Pick<Log, 'warn'>,
): Memory {
  const stale = new Set<Kept>();
  /** The last write of each; one that failed is stale again. */
  const writing = new Map<Kept, Promise<void>>();
  let cancelTimer: (() => void) | undefined;

  const inMotion = (document: Kept): boolean =>
    document === 'directory' && store.state().discovery.running > 0;

  const write = async (document: Kept): Promise<void> => {
    stale.delete(document);
    try {
      await vault.write(document, JSON.stringify(contents(document, store.state())));
    } catch (error) {
      stale.add(document);
      throw error;
    }
  };

  /** Resolves when these are on disk, also where an earlier call began it. */
  const writeAll = async (documents: readonly Kept[]): Promise<void> => {
    for (const document of documents) {
      if (stale.has(document)) writing.set(document, write(document));
    }
    await Promise.all(documents.flatMap((document) => writing.get(document) ?? []));
  };

  const forgetTimer = (): void => {
    cancelTimer?.();
    cancelTimer = undefined;
  };

  const writeWhatRests = (): void => {
    forgetTimer();
    // Nobody waits for this one: a rejection would end the program.
    writeAll([...ofThePerson, ...inBulk].filter((one) => !inMotion(one))).catch(
      (error: unknown) => {
        log.warn('what changed can not be written', { error: String(error) });
      },
    );
  };

  store.subscribe(({ changed }) => {
    const touched = (Object.keys(changed) as SliceName[]).flatMap((name) => documentOf[name] ?? []);
    for (const document of touched) stale.add(document);
    // What could not be written waits for the next change of this kind: to tell of the failure is none.
    if (touched.every(inMotion)) return;
    cancelTimer ??= clock.after(gathering, writeWhatRests);
  });

  return {
    keep: () => writeAll(ofThePerson),
    flush() {
      forgetTimer();
      return writeAll([...ofThePerson, ...inBulk]);
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
