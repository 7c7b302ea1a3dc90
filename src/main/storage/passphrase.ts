import { randomBytes, scrypt } from 'node:crypto';
import type { Secret } from '../core/secret.ts';
import { keyLength, openText, sealText } from './envelope.ts';

/** What scrypt costs (RFC 7914): `cost` is N; memory is 128 × N × r bytes. */
export interface ScryptCost {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/**
 * The first choice of OWASP: N = 2^17, r = 8, p = 1, which is 128 MiB and about half a second for each guess
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt).
 */
export const usualCost: ScryptCost = { cost: 2 ** 17, blockSize: 8, parallelization: 1 };

/** A text sealed with a passphrase, with all that is needed to try one. */
export interface PassphraseSealed {
  readonly scrypt: ScryptCost;
  readonly salt: Uint8Array;
  readonly sealed: Uint8Array;
}

/** The name under which the data key is authenticated. */
const sealedName = 'vault.key';
const saltLength = 32;

export async function sealWithPassphrase(
  passphrase: Secret,
  text: string,
  cost: ScryptCost,
): Promise<PassphraseSealed> {
  const salt = randomBytes(saltLength);
  const key = await derive(passphrase, salt, cost);
  return { scrypt: cost, salt, sealed: sealText(key, sealedName, text) };
}

/** @returns nothing when it is another passphrase; a changed file looks the same */
export async function openWithPassphrase(
  passphrase: Secret,
  { scrypt: cost, salt, sealed }: PassphraseSealed,
): Promise<string | undefined> {
  const key = await derive(passphrase, salt, cost);
  try {
    return openText(key, sealedName, sealed);
  } catch {
    return undefined;
  }
}

/** The same letters give the same key however a keyboard composes them (NFC, as RFC 8265 has it for passwords). */
function derive(passphrase: Secret, salt: Uint8Array, cost: ScryptCost): Promise<Buffer> {
  const { cost: N, blockSize: r, parallelization: p } = cost;
  const maxmem = 128 * r * (N + p) + 2 ** 20;
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.reveal().normalize('NFC'),
      salt,
      keyLength,
      { N, r, p, maxmem },
      (error, key) => {
        if (error) reject(error);
        else resolve(key);
      },
    );
  });
}
