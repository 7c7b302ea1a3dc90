import type { GrantKeys } from '../core/ports/programs.ts';
import { secret } from '../core/secret.ts';
import { isSame, newSecret } from './header-secret.ts';

/** The header secrets of grants. */
export const grantKeys: GrantKeys = {
  create: () => secret(newSecret()),
  isSame: (shown, known) => isSame(shown, known.reveal()),
};
