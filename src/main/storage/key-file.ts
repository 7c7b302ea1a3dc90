import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { PassphraseSealed } from './passphrase.ts';

/**
 * `vault.key`: JSON that tells which keeper sealed the data key. A file that is no such JSON is of the time when only the
 * system's keeper was known, and holds what that keeper gave.
 */
export type SealedKey =
  | { readonly keeper: 'system'; readonly sealed: Uint8Array }
  | ({ readonly keeper: 'passphrase' } & PassphraseSealed);

const base64 = z
  .base64()
  .max(65_536)
  .transform((text): Uint8Array => Buffer.from(text, 'base64'));

/** Bounded, so that a changed file can't make us take all memory. */
const scryptCost = z.object({
  cost: z
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((cost) => Number.isInteger(Math.log2(cost))),
  blockSize: z.int().min(1).max(16),
  parallelization: z.int().min(1).max(16),
});

const keyFile = z.discriminatedUnion('keeper', [
  z.object({ azimuth: z.literal('vault-key'), keeper: z.literal('system'), sealed: base64 }),
  z.object({
    azimuth: z.literal('vault-key'),
    keeper: z.literal('passphrase'),
    scrypt: scryptCost,
    salt: base64,
    sealed: base64,
  }),
]);

export function readKeyFile(bytes: Uint8Array): SealedKey {
  const parsed = keyFile.safeParse(parseJson(Buffer.from(bytes).toString('utf8')));
  return parsed.success ? parsed.data : { keeper: 'system', sealed: bytes };
}

export function keyFileText(key: SealedKey): string {
  const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const told =
    key.keeper === 'system'
      ? { keeper: key.keeper }
      : { keeper: key.keeper, scrypt: key.scrypt, salt: encode(key.salt) };
  return `${JSON.stringify({ azimuth: 'vault-key', ...told, sealed: encode(key.sealed) }, null, 2)}\n`;
}
