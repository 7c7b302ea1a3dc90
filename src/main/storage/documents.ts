import { basename, join } from 'node:path';
import type { Notice } from '../../shared/app-state.ts';
import type { Vault } from '../core/ports/storage.ts';
import { cannotWriteNotice } from '../core/ports/storage.ts';
import type { VaultDocument } from '../../shared/secret-places.ts';
import { vaultDocuments } from '../../shared/secret-places.ts';
import { openText, sealText } from './envelope.ts';
import type { KeptFolder } from './kept-file.ts';
import {
  bringPreviousBack,
  previousOf,
  readIfThere,
  setFileAside,
  untilNextTry,
  writeKept,
} from './kept-file.ts';

/**
 * The vault's files. What is written without a key is only remembered, until there is one. A write that fails is told the
 * person, until it is written; it is tried again by itself, and rejects.
 */
export interface Documents extends Vault {
  /** Uses a key from now on; none means that nothing is read or written. */
  useKey(key: Uint8Array | undefined): void;
  /** Reads what was neither read nor written yet, so that another key can take all of it over. */
  readAll(): Promise<void>;
  /** Writes the newest text of every document; what can't be written is tried again by itself. */
  writeAll(): Promise<void>;
  /** Forgets every text, once what is being written is written. */
  forgetAll(): Promise<void>;
}

type Found =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' };

export function createDocuments({ folder, clock, log, notice, settled }: KeptFolder): Documents {
  const newest = new Map<VaultDocument, string>();
  const written = new Map<VaultDocument, string>();
  const writing = new Map<VaultDocument, Promise<void>>();
  /** What the disk did not take. */
  const unwritten = new Set<VaultDocument>();
  let key: Uint8Array | undefined;
  let cancelNextTry: (() => void) | undefined;
  const fileOf = (document: VaultDocument): string => join(folder, `${document}.vault`);

  const tryRead = async (document: VaultDocument, file: string): Promise<Found> => {
    try {
      const sealed = key && (await readIfThere(file));
      return key && sealed
        ? { kind: 'text', text: openText(key, document, sealed) }
        : { kind: 'none' };
    } catch (error) {
      log.warn('a vault file can not be opened', { file: basename(file), error: String(error) });
      return { kind: 'damaged' };
    }
  };

  const writeNow = async (document: VaultDocument, text: string): Promise<void> => {
    const used = key;
    if (!used) return;
    try {
      if (written.get(document) !== text) {
        await writeKept(fileOf(document), sealText(used, document, text));
        // Under another key it has to be written again.
        if (key === used) written.set(document, text);
      }
      if (unwritten.delete(document) && unwritten.size === 0) settled(cannotWriteNotice);
    } catch (error) {
      log.warn('a vault file can not be written', { document, error: String(error) });
      // Once, until all is written: whoever has dismissed it knows, and somebody may have put it more exactly since.
      if (unwritten.size === 0) notice(cannotWrite(folder, error));
      unwritten.add(document);
      cancelNextTry ??= clock.after(untilNextTry, () => {
        cancelNextTry = undefined;
        void documents.writeAll();
      });
      throw error;
    }
  };

  const moveAside = async (document: VaultDocument): Promise<string> => {
    written.delete(document);
    newest.delete(document);
    try {
      const aside = await setFileAside(fileOf(document), new Date(clock.now()));
      return basename(aside ?? fileOf(document));
    } catch (error) {
      log.warn('a vault file can not be set aside', { document, error: String(error) });
      return basename(fileOf(document));
    }
  };

  /** The copy takes the damaged file's place, else the next start would find nothing. */
  const bringBack = async (document: VaultDocument): Promise<void> => {
    try {
      await bringPreviousBack(fileOf(document));
    } catch (error) {
      log.warn('a vault file can not be brought back', { document, error: String(error) });
    }
  };

  /** What was read is the newest, unless something was written since. */
  const known = (document: VaultDocument, text: string): string => {
    if (!newest.has(document)) newest.set(document, text);
    return text;
  };

  const documents: Documents = {
    async read(document) {
      const current = await tryRead(document, fileOf(document));
      if (current.kind === 'text') return known(document, current.text);
      if (current.kind === 'none') return undefined;
      const aside = await moveAside(document);
      const previous = await tryRead(document, previousOf(fileOf(document)));
      const recovered = previous.kind === 'text';
      if (recovered) await bringBack(document);
      notice({
        id: `vault-${document}`,
        tone: 'warning',
        message: recovered
          ? `A file of Azimuth's vault was damaged. The copy before it is in use; the damaged one is kept as ${aside}.`
          : `A file of Azimuth's vault was damaged and could not be restored. It is kept as ${aside}. ${whatToDo(document)}`,
      });
      return recovered ? known(document, previous.text) : undefined;
    },
    write(document, text) {
      newest.set(document, text);
      const before = writing.get(document) ?? Promise.resolve();
      const writingNow = before.then(() => writeNow(document, text));
      writing.set(document, writingNow.catch(ignore));
      return writingNow;
    },
    async setAside(document) {
      if (!key) return;
      const aside = await moveAside(document);
      notice({
        id: `vault-${document}`,
        tone: 'warning',
        message: `A file of Azimuth's vault makes no sense to this version. It is kept as ${aside}. ${whatToDo(document)}`,
      });
    },
    useKey(next) {
      key = next;
      written.clear();
    },
    async readAll() {
      const unknown = vaultDocuments.filter((document) => !newest.has(document));
      await Promise.all(unknown.map((document) => documents.read(document)));
    },
    async writeAll() {
      const writes = [...newest].map(([document, text]) => documents.write(document, text));
      await Promise.allSettled(writes);
    },
    async forgetAll() {
      cancelNextTry?.();
      cancelNextTry = undefined;
      newest.clear();
      await Promise.all(writing.values());
      unwritten.clear();
      settled(cannotWriteNotice);
    },
  };
  return documents;
}

const ignore = (): void => {};

export const cannotWrite = (folder: string, error: unknown): Notice => ({
  id: cannotWriteNotice,
  tone: 'warning',
  message: `Azimuth could not write to its folder (${folder}). Until it can, changes are gone when it ends. Check the free space and the folder's permissions.`,
  detail: String(error),
});

function whatToDo(document: VaultDocument): string {
  switch (document) {
    case 'msal-cache':
    case 'service-principals':
    case 'accounts':
      return 'Sign in again to go on.';
    case 'directory':
      return 'The list is being read from Azure again.';
    case 'contexts':
      return 'There are no contexts any more; create them again.';
    case 'arrangement':
      return 'Accounts and tenants have their own names and order again.';
    case 'usage':
      return 'What you use most is learnt anew.';
    case 'activity':
      return 'The record of hand-outs starts anew.';
  }
}
