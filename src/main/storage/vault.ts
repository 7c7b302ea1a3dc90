import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Notice, VaultStatus } from '../../shared/app-state.ts';
import type { Clock, Log, Sealer, Vault, VaultDocument } from '../core/ports.ts';
import { keyLength, openText, sealText } from './envelope.ts';
import {
  bringPreviousBack,
  previousOf,
  readIfThere,
  setFileAside,
  writeKept,
} from './kept-file.ts';

export interface VaultDeps {
  readonly folder: string;
  readonly sealer: Sealer;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Tells the person what happened to a file. */
  readonly notice: (notice: Notice) => void;
}

export interface OpenedVault extends Vault {
  readonly status: VaultStatus;
}

type Found =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' };

const documents: readonly VaultDocument[] = ['msal-cache', 'accounts', 'directory', 'activity'];

/**
 * Opens the vault: files under one data key, which the sealer keeps. Without a keeper for the key nothing is written,
 * what is on disk is left as it is, and everything is gone when the program ends.
 */
export async function openVault(deps: VaultDeps): Promise<OpenedVault> {
  const { sealer } = deps;
  if (sealer.status.kind === 'memory') return memoryVault(sealer.status);
  try {
    return sealedVault(deps, await openKey(deps), sealer.status);
  } catch (error) {
    // Its notice: the status, which every surface shows.
    deps.log.warn('the key of the vault can not be read or kept', { error: String(error) });
    return memoryVault({
      kind: 'memory',
      reason: `The key of the vault could not be opened or kept just now, and what is stored was left as it is. Unlock the system's keyring, check the permissions and free space of ${deps.folder}, and start Azimuth again.`,
    });
  }
}

function memoryVault(status: VaultStatus): OpenedVault {
  return {
    status,
    read: async () => undefined,
    write: async () => undefined,
    setAside: async () => undefined,
  };
}

function sealedVault(deps: VaultDeps, key: Uint8Array, status: VaultStatus): OpenedVault {
  const { folder, clock, log, notice } = deps;
  const written = new Map<VaultDocument, string>();
  const writing = new Map<VaultDocument, Promise<void>>();
  const fileOf = (document: VaultDocument): string => join(folder, `${document}.vault`);

  const tryRead = async (document: VaultDocument, file: string): Promise<Found> => {
    try {
      const sealed = await readIfThere(file);
      return sealed ? { kind: 'text', text: openText(key, document, sealed) } : { kind: 'none' };
    } catch (error) {
      log.warn('a vault file can not be opened', { file: basename(file), error: String(error) });
      return { kind: 'damaged' };
    }
  };

  const writeNow = async (document: VaultDocument, text: string): Promise<void> => {
    if (written.get(document) === text) return;
    try {
      await writeKept(fileOf(document), sealText(key, document, text));
      written.set(document, text);
    } catch (error) {
      log.warn('a vault file can not be written', { document, error: String(error) });
      notice({
        id: 'vault-write',
        tone: 'warning',
        message: `Azimuth could not write to its folder (${folder}). Until it can, changes are gone when it ends. Check the free space and the folder's permissions.`,
        detail: String(error),
      });
    }
  };

  const moveAside = async (document: VaultDocument): Promise<string> => {
    written.delete(document);
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

  return {
    status,
    async read(document) {
      const current = await tryRead(document, fileOf(document));
      if (current.kind === 'text') return current.text;
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
      return recovered ? previous.text : undefined;
    },
    write(document, text) {
      const before = writing.get(document) ?? Promise.resolve();
      const writingNow = before.then(() => writeNow(document, text));
      writing.set(document, writingNow);
      return writingNow;
    },
    async setAside(document) {
      const aside = await moveAside(document);
      notice({
        id: `vault-${document}`,
        tone: 'warning',
        message: `A file of Azimuth's vault makes no sense to this version. It is kept as ${aside}. ${whatToDo(document)}`,
      });
    },
  };
}

function whatToDo(document: VaultDocument): string {
  switch (document) {
    case 'msal-cache':
    case 'accounts':
      return 'Sign in again to go on.';
    case 'directory':
      return 'The list is being read from Azure again.';
    case 'activity':
      return 'The record of hand-outs starts anew.';
  }
}

/** The data key: sealed in `vault.key`, made on first use. */
async function openKey(deps: VaultDeps): Promise<Uint8Array> {
  const { folder, sealer, clock, log, notice } = deps;
  const file = join(folder, 'vault.key');
  const sealed = await readIfThere(file);
  try {
    if (sealed) return keyIn(await sealer.unseal(sealed));
  } catch (error) {
    log.warn('the key of the vault can not be opened', { error: String(error) });
    // A keeper that is locked, or was not allowed to answer, is no reason to give the key up.
    await proveKeeper(sealer);
    await setEverythingAside(folder, new Date(clock.now()));
    notice({
      id: 'vault-key',
      tone: 'warning',
      message:
        'What Azimuth had stored was sealed on another computer or by another user, or its key was damaged. It is kept in the same folder under dated names. Sign in again to go on.',
    });
  }
  const key = randomBytes(keyLength);
  await writeKept(file, await sealer.seal(key.toString('base64')));
  return key;
}

/** Throws unless the keeper can seal and unseal right now. */
async function proveKeeper(sealer: Sealer): Promise<void> {
  const probe = randomBytes(keyLength).toString('base64');
  if ((await sealer.unseal(await sealer.seal(probe))) !== probe) {
    throw new Error('the keeper gave back something else');
  }
}

function keyIn(text: string): Uint8Array {
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyLength) throw new Error('the key has another length');
  return key;
}

async function setEverythingAside(folder: string, now: Date): Promise<void> {
  await setFileAside(join(folder, 'vault.key'), now);
  for (const document of documents) {
    const file = join(folder, `${document}.vault`);
    await setFileAside(file, now);
    await setFileAside(previousOf(file), now);
  }
}
