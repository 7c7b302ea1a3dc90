import type { Account } from '../../shared/model.ts';
import { isPersonal } from '../../shared/personal-account.ts';

/** What is said of accounts that reach no tenant. A personal one has no home of its own: it is a guest, or nowhere. */
export function nothingReached(accounts: readonly Account[]): string {
  return accounts.length > 0 && accounts.every(isPersonal)
    ? 'No tenant has invited this personal account yet. Where it is a guest, it shows up after a refresh.'
    : 'No tenant can be reached with this account yet.';
}
