import type { TokenCache } from '@azure/msal-node';
import type { Clock } from '../core/ports/clock.ts';
import type { Log, Vault } from '../core/ports/storage.ts';

/** Milliseconds over which cache changes are gathered: a discovery of 100 tenants is a few writes, not 100. */
const gathering = 1_500;

export interface PersistentCache {
  /** Resolves when MSAL's memory holds what the vault remembers. */
  loaded(): Promise<void>;
  /** To be called after every use of MSAL: a change is written soon. */
  used(): void;
  /** The cache as text. MSAL counts what it serialised as written, so it must be asked here. */
  snapshot(): string;
  /** Writes what is not yet on disk; rejects when that can't be done, and the next one tries again. */
  flush(): Promise<void>;
}

/**
 * Keeps MSAL's token cache in the vault. Not as a cache plugin: with one, MSAL clears its memory and reads everything
 * back before each silent call. This process is the cache's only owner, so it is read once, MSAL's memory is the truth
 * from then on, and writes are gathered.
 */
export function createPersistentCache(
  tokenCache: Pick<TokenCache, 'deserialize' | 'serialize' | 'hasChanged'>,
  vault: Pick<Vault, 'read' | 'write' | 'setAside'>,
  clock: Clock,
  log: Pick<Log, 'warn'>,
): PersistentCache {
  let loading: Promise<void> | undefined;
  let cancelTimer: (() => void) | undefined;
  let writing: Promise<void> = Promise.resolve();
  let stale = false;

  const load = async (): Promise<void> => {
    const text = await vault.read('msal-cache');
    if (text === undefined) return;
    try {
      tokenCache.deserialize(text);
    } catch {
      await vault.setAside('msal-cache');
    }
  };

  const write = async (): Promise<void> => {
    stale = false;
    try {
      await vault.write('msal-cache', tokenCache.serialize());
    } catch (error) {
      stale = true;
      throw error;
    }
  };

  const flush = async (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = undefined;
    // The vault writes in order, so the last write is on disk after those that the timer began.
    if (stale || tokenCache.hasChanged()) writing = write();
    await writing;
  };

  const flushSoon = (): void => {
    cancelTimer ??= clock.after(gathering, () => {
      // Nobody waits for this one: a rejection would end the program.
      flush().catch((error: unknown) => {
        log.warn('sessions can not be written', { error: String(error) });
      });
    });
  };

  const used = (): void => {
    stale ||= tokenCache.hasChanged();
    if (stale) flushSoon();
  };

  return {
    loaded: () => (loading ??= load()),
    used,
    snapshot() {
      used();
      return tokenCache.serialize();
    },
    flush,
  };
}
