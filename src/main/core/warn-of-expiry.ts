import type { Notice } from '../../shared/app-state.ts';
import type { CredentialStanding } from '../../shared/credential-expiry.ts';
import { credentialStanding } from '../../shared/credential-expiry.ts';
import { formatDate } from '../../shared/format.ts';
import type { Account } from '../../shared/model.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './store.ts';

const noticeIdOf = (accountKey: string): string => `credential-expiry ${accountKey}`;

/**
 * Says once when a service principal's certificate comes near its end, and once when it reached it. A certificate that was
 * replaced, and an account that is gone, take their notice with them.
 *
 * @returns looks; to be called when the accounts changed, and from time to time
 */
export function warnOfExpiry(store: Store, clock: Pick<Clock, 'now'>): () => void {
  const told = new Map<string, CredentialStanding>();

  return () => {
    const { accounts } = store.state();
    const standings = new Map(
      accounts.map((account) => [account.key, credentialStanding(account, clock.now())]),
    );
    for (const key of told.keys()) {
      if (standings.has(key) && standings.get(key) !== 'good') continue;
      told.delete(key);
      store.apply({ kind: 'notice-dismissed', noticeId: noticeIdOf(key) });
    }
    for (const account of accounts) {
      const standing = standings.get(account.key);
      if (standing === undefined || standing === 'good' || told.get(account.key) === standing) {
        continue;
      }
      told.set(account.key, standing);
      store.apply({ kind: 'noticed', notice: expiryNotice(account, standing) });
    }
  };
}

function expiryNotice(account: Account, standing: 'expiring' | 'expired'): Notice {
  const { key, displayName, credential } = account;
  const day = formatDate(credential?.kind === 'certificate' ? credential.expiresAt : 0);
  return {
    id: noticeIdOf(key),
    tone: 'warning',
    message:
      standing === 'expired'
        ? `The certificate of ${displayName} expired on ${day}. Replace it: it gets no tokens any more.`
        : `The certificate of ${displayName} expires on ${day}. Replace it before then.`,
  };
}
