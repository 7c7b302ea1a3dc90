import type { AuthenticationResult } from '@azure/msal-node';
import { z } from 'zod';
import { plainName } from '../../shared/plain-name.ts';

/** What a person is called. */
export interface Names {
  readonly username: string;
  readonly displayName: string;
}

/** Claims of an ID token (https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference). */
const claims = z.object({
  tid: z.string(),
  preferred_username: z.string().optional(),
  upn: z.string().optional(),
  name: z.string().optional(),
});

/**
 * The names that Entra ID has just told: those of the home tenant only, for other tenants know their guests by other names.
 * MSAL's account keeps those of the first sign-in, so they are read from the ID token.
 */
export function homeNames(result: AuthenticationResult): Names | undefined {
  const told = claims.safeParse(result.idTokenClaims);
  if (result.fromCache || !told.success) return undefined;
  const { tid, preferred_username: preferred, upn, name } = told.data;
  const username = plainName(preferred ?? upn ?? '');
  if (username === '' || !result.account?.homeAccountId.endsWith(`.${tid}`)) return undefined;
  return { username, displayName: plainName(name ?? '') || username };
}
