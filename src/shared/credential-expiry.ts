import type { Account } from './model.ts';

/** Milliseconds before its end from which on a certificate wants to be replaced. */
const warningTime = 30 * 24 * 60 * 60 * 1_000;

export type CredentialStanding = 'good' | 'expiring' | 'expired';

/** How an account's certificate stands; what has no known end is good. */
export function credentialStanding({ credential }: Account, now: number): CredentialStanding {
  if (credential?.kind !== 'certificate') return 'good';
  if (credential.expiresAt <= now) return 'expired';
  return credential.expiresAt - now < warningTime ? 'expiring' : 'good';
}
