import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { GrantKeys } from '../core/ports/programs.ts';
import { secret } from '../core/secret.ts';

/** Header secrets of 256 random bits, in letters that need quoting nowhere. */
export const grantKeys: GrantKeys = {
  create: () => secret(randomBytes(32).toString('base64url')),
  isSame(shown, known) {
    const [one, other] = [Buffer.from(shown), Buffer.from(known.reveal())];
    // Their length is no secret: all have the same.
    return one.length === other.length && timingSafeEqual(one, other);
  },
};
