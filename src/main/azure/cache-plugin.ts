import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';
import type { Clock, Vault } from '../core/ports.ts';

/** Milliseconds over which cache changes are gathered: a discovery of 100 tenants is a few writes, not 100. */
const gathering = 1_500;

export interface PersistentCache {
  readonly plugin: ICachePlugin;
  /** Writes what is not yet on disk. */
  flush(): Promise<void>;
}

/**
 * Keeps MSAL's token cache in the vault. This process is its only owner, so it is read once and MSAL's memory is the
 * truth from then on; writes are gathered.
 */
export function createPersistentCache(
  vault: Pick<Vault, 'read' | 'write' | 'setAside'>,
  clock: Clock,
): PersistentCache {
  let loaded: Promise<void> | undefined;
  let serialize: (() => string) | undefined;
  let cancelTimer: (() => void) | undefined;

  const load = async ({ tokenCache }: TokenCacheContext): Promise<void> => {
    const text = await vault.read('msal-cache');
    if (text === undefined) return;
    try {
      tokenCache.deserialize(text);
    } catch {
      await vault.setAside('msal-cache');
    }
  };

  const flush = async (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = undefined;
    const write = serialize;
    serialize = undefined;
    if (write) await vault.write('msal-cache', write());
  };

  return {
    flush,
    plugin: {
      async beforeCacheAccess(context) {
        loaded ??= load(context);
        await loaded;
      },
      async afterCacheAccess({ cacheHasChanged, tokenCache }) {
        if (!cacheHasChanged) return;
        serialize = () => tokenCache.serialize();
        cancelTimer ??= clock.after(gathering, () => void flush());
      },
    },
  };
}
