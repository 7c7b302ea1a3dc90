import { randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, in letters that need quoting nowhere. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Compares in constant time. The length of a secret is none: all have the same. */
export function isSame(shown: unknown, known: string): boolean {
  if (typeof shown !== 'string') return false;
  const [one, other] = [Buffer.from(shown), Buffer.from(known)];
  return one.length === other.length && timingSafeEqual(one, other);
}
