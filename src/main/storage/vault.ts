import { join } from 'node:path';
import type { VaultStatus } from '../../shared/app-state.ts';
import type { Problem } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { isSecretPlace } from '../../shared/secret-places.ts';
import type { Sealer, Vault, VaultKeeper } from '../core/ports/storage.ts';
import { cannotWriteNotice } from '../core/ports/storage.ts';
import {
  isSameKey,
  keepByPassphrase,
  keepBySystem,
  newDataKey,
  proveKeeper,
  readSealedKey,
  tryPassphrase,
  unsealKey,
} from './data-key.ts';
import { cannotWrite, createDocuments } from './documents.ts';
import { removeKinds, takeInventory } from './inventory.ts';
import type { KeptFolder } from './kept-file.ts';
import { setFileAside, untilNextTry } from './kept-file.ts';
import type { ScryptCost } from './passphrase.ts';
import { usualCost } from './passphrase.ts';

export interface VaultDeps extends KeptFolder {
  readonly sealer: Sealer;
  /** What a passphrase that is set from now on costs to try. */
  readonly cost?: ScryptCost;
}

export interface OpenedVault extends Vault, VaultKeeper {}

/** Where the data key is. */
type Door =
  | { readonly kind: 'closed'; readonly status: VaultStatus }
  | { readonly kind: 'open'; readonly status: VaultStatus; readonly key: Uint8Array };

/** The name of the keeper that is in the person's head. */
const byPassphrase: VaultStatus = {
  kind: 'sealed',
  keeper: 'passphrase',
  by: 'your passphrase',
};

/**
 * Opens the vault: files under one data key, which the sealer keeps, or a passphrase. Without a keeper for the key nothing
 * is written, what is on disk is left as it is, and everything is gone when the program ends. A vault that a passphrase
 * keeps stays closed until `unlock`.
 */
export async function openVault(deps: VaultDeps): Promise<OpenedVault> {
  const { folder, sealer, clock, log, notice, settled, cost = usualCost } = deps;
  const documents = createDocuments(deps);
  let door: Door = await findDoor(deps);
  /** After a wipe: what there is to keep, if anything, is written once somebody is there again. */
  let empty = false;
  /** While what there is to keep again is being written. */
  let resuming: Promise<void> = Promise.resolve();
  /** Why the key for it could not be kept at the last try: nothing is on the disk then. */
  let refusal: { readonly error: unknown } | undefined;
  let cancelNextTry: (() => void) | undefined;
  if (door.kind === 'open') documents.useKey(door.key);

  const open = (key: Uint8Array, status: VaultStatus): void => {
    door = { kind: 'open', key, status };
    documents.useKey(key);
  };

  /** As on a first start, with nothing on disk yet. */
  const beginAnew = (): void => {
    empty = true;
    refusal = undefined;
    cancelNextTry?.();
    documents.useKey(undefined);
    door =
      sealer.status.kind === 'sealed'
        ? { kind: 'open', key: newDataKey(), status: sealer.status }
        : { kind: 'closed', status: sealer.status };
  };

  const passphraseFile = async () => {
    const sealed = await readSealedKey(folder);
    return sealed?.keeper === 'passphrase' ? sealed : undefined;
  };

  const resume = async (): Promise<void> => {
    if (!empty) return;
    empty = false;
    if (door.kind === 'closed') return;
    cancelNextTry?.();
    try {
      await keepBySystem(folder, door.key, sealer);
      if (refusal) settled(cannotWriteNotice);
      refusal = undefined;
      open(door.key, door.status);
      await documents.writeAll();
    } catch (error) {
      empty = true;
      log.warn('the key of the vault can not be kept', { error: String(error) });
      if (!refusal) notice(cannotWrite(folder, error));
      refusal = { error };
      cancelNextTry = clock.after(untilNextTry, () => void vault.resume());
    }
  };

  const vault: OpenedVault = {
    read: documents.read,
    setAside: documents.setAside,
    async write(document, text) {
      await Promise.all([documents.write(document, text), resuming]);
      if (refusal) throw refusal.error;
    },
    get status() {
      return door.status;
    },
    async unlock(passphrase) {
      const sealed = await passphraseFile();
      const key = sealed && (await tryPassphrase(sealed, passphrase));
      if (key && door.kind === 'closed') open(key, byPassphrase);
      return key !== undefined;
    },
    async recheck() {
      if (door.kind === 'closed') return false;
      if (empty) return true;
      try {
        const sealed = await readSealedKey(folder);
        return sealed?.keeper === 'system' && isSameKey(await unsealKey(sealed, sealer), door.key);
      } catch (error) {
        log.warn('the key of the vault can not be opened again', { error: String(error) });
        return false;
      }
    },
    async setPassphrase(passphrase) {
      if (door.status.kind !== 'memory') return fail(keptAlready);
      try {
        if (await readSealedKey(folder)) return fail(keptByAnother);
        const key = newDataKey();
        await keepByPassphrase(folder, key, passphrase, cost);
        empty = false;
        open(key, byPassphrase);
      } catch (error) {
        log.warn('a passphrase can not be set', { error: String(error) });
        return fail({ kind: 'vault', message: cannotWrite(folder, error).message });
      }
      await documents.writeAll();
      return succeed(null);
    },
    async changePassphrase(current, next) {
      const sealed = await passphraseFile();
      const key = sealed && (await tryPassphrase(sealed, current));
      if (!key) return false;
      await keepByPassphrase(folder, key, next, cost);
      return true;
    },
    async forgetPassphrase() {
      try {
        if (sealer.status.kind === 'sealed') {
          await proveKeeper(sealer);
          await documents.readAll();
        }
      } catch (error) {
        log.warn('the passphrase stays: the keeper can not seal', { error: String(error) });
        return fail(nobodyElseKeeps);
      }
      documents.useKey(undefined);
      const { left } = await removeKinds(folder, isSecretPlace);
      beginAnew();
      if (left.length === 0) await vault.resume();
      return succeed(left);
    },
    places: async () => ({ folder, places: await takeInventory(folder) }),
    async wipe(settings) {
      beginAnew();
      await documents.forgetAll();
      return removeKinds(folder, (kind) => kind !== 'cloud' && (settings || kind !== 'settings'));
    },
    resume: () => (resuming = resuming.then(resume)),
  };
  return vault;
}

const keptAlready: Problem = {
  kind: 'vault',
  message: 'The vault is sealed already. There is no need for a passphrase.',
};

const keptByAnother: Problem = {
  kind: 'vault',
  message:
    'The folder holds what the system’s keyring sealed. Unlock the keyring and start Azimuth again, or sign out of everything first.',
};

const nobodyElseKeeps: Problem = {
  kind: 'vault',
  message:
    'The system’s keyring, which would keep everything from now on, seals nothing just now, so the passphrase stays and nothing was removed. Unlock the keyring and try again, or sign out of everything.',
};

async function findDoor(deps: VaultDeps): Promise<Door> {
  const { folder, sealer, log } = deps;
  try {
    const sealed = await readSealedKey(folder);
    if (sealed?.keeper === 'passphrase') return { kind: 'closed', status: { kind: 'locked' } };
    if (sealer.status.kind === 'memory') return { kind: 'closed', status: sealer.status };
    return { kind: 'open', key: await openKey(deps), status: sealer.status };
  } catch (error) {
    if (sealer.status.kind === 'memory') return { kind: 'closed', status: sealer.status };
    // Its notice: the status, which every surface shows.
    log.warn('the key of the vault can not be read or kept', { error: String(error) });
    const reason = `The key of the vault could not be opened or kept just now, and what is stored was left as it is. Unlock the system's keyring, check the permissions and free space of ${folder}, and start Azimuth again.`;
    return { kind: 'closed', status: { kind: 'memory', reason } };
  }
}

/** The data key that the system's keeper sealed, made on first use. */
async function openKey(deps: VaultDeps): Promise<Uint8Array> {
  const { folder, sealer, clock, log, notice } = deps;
  const sealed = await readSealedKey(folder);
  try {
    if (sealed?.keeper === 'system') return await unsealKey(sealed, sealer);
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
  const key = newDataKey();
  await keepBySystem(folder, key, sealer);
  return key;
}

async function setEverythingAside(folder: string, now: Date): Promise<void> {
  for (const { kind, files } of await takeInventory(folder)) {
    if (!isSecretPlace(kind)) continue;
    const current = files.filter((name) => !name.includes('.unreadable-'));
    for (const name of current) await setFileAside(join(folder, name), now);
  }
}
