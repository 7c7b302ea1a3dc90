import { randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import type { Secret } from '../core/secret.ts';
import type { Sealer } from '../core/ports/storage.ts';
import { keyLength } from './envelope.ts';
import type { SealedKey } from './key-file.ts';
import { keyFileText, readKeyFile } from './key-file.ts';
import { readIfThere, writeAlone } from './kept-file.ts';
import type { ScryptCost } from './passphrase.ts';
import { openWithPassphrase, sealWithPassphrase } from './passphrase.ts';

export const newDataKey = (): Uint8Array => randomBytes(keyLength);

const fileIn = (folder: string): string => join(folder, 'vault.key');

/** What `vault.key` holds, if it is there. */
export async function readSealedKey(folder: string): Promise<SealedKey | undefined> {
  const bytes = await readIfThere(fileIn(folder));
  return bytes && readKeyFile(bytes);
}

/** The data key, if the system's keeper still opens it. Rejects when it was sealed elsewhere. */
export async function unsealKey(
  sealed: Extract<SealedKey, { keeper: 'system' }>,
  sealer: Sealer,
): Promise<Uint8Array> {
  return keyIn(await sealer.unseal(sealed.sealed));
}

/** Rejects unless the system's keeper can seal and unseal right now. */
export async function proveKeeper(sealer: Sealer): Promise<void> {
  const probe = newDataKey();
  if (!isSameKey(keyIn(await sealer.unseal(await sealer.seal(textOf(probe)))), probe)) {
    throw new Error('the keeper gave back something else');
  }
}

/** The data key, or nothing when it was sealed with another passphrase. */
export async function tryPassphrase(
  sealed: Extract<SealedKey, { keeper: 'passphrase' }>,
  passphrase: Secret,
): Promise<Uint8Array | undefined> {
  const text = await openWithPassphrase(passphrase, sealed);
  return text === undefined ? undefined : keyIn(text);
}

export async function keepBySystem(folder: string, key: Uint8Array, sealer: Sealer): Promise<void> {
  await write(folder, { keeper: 'system', sealed: await sealer.seal(textOf(key)) });
}

export async function keepByPassphrase(
  folder: string,
  key: Uint8Array,
  passphrase: Secret,
  cost: ScryptCost,
): Promise<void> {
  const sealed = await sealWithPassphrase(passphrase, textOf(key), cost);
  await write(folder, { keeper: 'passphrase', ...sealed });
}

export const isSameKey = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

const write = (folder: string, key: SealedKey): Promise<void> =>
  writeAlone(fileIn(folder), Buffer.from(keyFileText(key)));

const textOf = (key: Uint8Array): string => Buffer.from(key).toString('base64');

function keyIn(text: string): Uint8Array {
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyLength) throw new Error('the key has another length');
  return key;
}
