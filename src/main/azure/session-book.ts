import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { KnownClouds } from '../core/ports/azure.ts';
import type { Vault } from '../core/ports/storage.ts';
import type { SharedCache } from './divide-cache.ts';
import { divideCache, sharedCacheSchema, withoutAccount } from './divide-cache.ts';

/** What a cache of MSAL's is read from and written to. */
export type Page = Pick<Vault, 'read' | 'write' | 'setAside'>;

/**
 * The sessions of all clouds and clients: one document of the vault, with a page for each. A sign-out tears nothing off
 * the page of another cloud, also where both have the same Entra ID.
 */
export interface SessionBook {
  page(cloud: string, clientId: string): Page;
  /** Tears a person's sessions out of the pages of a cloud that is not known any more: no client of MSAL's can do it. */
  forget(cloud: string, homeAccountId: string): Promise<void>;
}

const bookSchema = z.object({
  version: z.literal(2),
  pages: z.array(z.object({ cloud: z.string(), clientId: z.string(), cache: z.string() })),
  /** Sessions of clouds that are not known any more; they come back with them. */
  unclaimed: sharedCacheSchema.optional(),
});

type Book = z.infer<typeof bookSchema>;

const document = 'msal-cache';

export function createSessionBook(vault: Page, clouds: KnownClouds): SessionBook {
  const pages = new Map<string, Book['pages'][number]>();
  let unclaimed: SharedCache | undefined;
  let loading: Promise<void> | undefined;

  const keyOf = (cloud: string, clientId: string): string => `${cloud} ${clientId}`;

  const claim = (shared: SharedCache): void => {
    const divided = divideCache(shared, clouds());
    for (const page of divided.pages) {
      const key = keyOf(page.cloud, page.clientId);
      if (!pages.has(key)) pages.set(key, page);
    }
    unclaimed = divided.rest;
  };

  const load = async (): Promise<void> => {
    const text = await vault.read(document);
    if (text === undefined) return;
    const content = parseJson(text);
    const book = bookSchema.safeParse(content);
    if (book.success) {
      for (const page of book.data.pages) pages.set(keyOf(page.cloud, page.clientId), page);
      if (book.data.unclaimed) claim(book.data.unclaimed);
      return;
    }
    // Before there were several clouds at once, the document was one cache of MSAL's.
    const shared = sharedCacheSchema.safeParse(content);
    if (shared.success) claim(shared.data);
    else await vault.setAside(document);
  };

  const loaded = (): Promise<void> => (loading ??= load());

  const write = (): Promise<void> => {
    const book: Book = {
      version: 2,
      pages: [...pages.values()],
      ...(unclaimed ? { unclaimed } : {}),
    };
    return vault.write(document, JSON.stringify(book));
  };

  return {
    async forget(cloud, homeAccountId) {
      await loaded();
      for (const [key, page] of pages) {
        const cache = sharedCacheSchema.safeParse(parseJson(page.cache));
        if (page.cloud !== cloud || !cache.success) continue;
        pages.set(key, {
          ...page,
          cache: JSON.stringify(withoutAccount(cache.data, homeAccountId)),
        });
      }
      if (unclaimed) unclaimed = withoutAccount(unclaimed, homeAccountId);
      await write();
    },
    page(cloud, clientId) {
      const key = keyOf(cloud, clientId);
      return {
        async read() {
          await loaded();
          return pages.get(key)?.cache;
        },
        async write(_document, cache) {
          // Nobody writes before having read.
          pages.set(key, { cloud, clientId, cache });
          await write();
        },
        async setAside() {
          pages.delete(key);
          await vault.setAside(document);
          // The sessions on the other pages are good, and went aside with this one.
          if (pages.size > 0 || unclaimed) await write().catch(() => undefined);
        },
      };
    },
  };
}
