import type { UnlockMeans } from '../../shared/app-state.ts';
import { lockKeys } from './lock-keys.ts';
import styles from './Protection.module.css';

/** What the lock is worth here, honestly. */
export function LockHint({ means }: { means: readonly UnlockMeans[] }) {
  return <p className={styles.aside}>{hint(means[0], lockKeys(navigator.userAgent))}</p>;
}

function hint(first: UnlockMeans | undefined, keys: string): string {
  switch (first) {
    case undefined:
      return 'Without a keyring or a passphrase nothing could unlock Azimuth again, so it can’t be locked.';
    case 'touch-id':
      return `Lock at any time with ${keys}. Unlocking asks for your finger.`;
    case 'passphrase':
      return `Lock at any time with ${keys}. Unlocking asks for the passphrase.`;
    case 'keyring':
      return `Lock at any time with ${keys}. Unlocking asks your keyring: while that is open it takes one click, so the lock keeps programs from getting tokens, not people at your keyboard.`;
  }
}
