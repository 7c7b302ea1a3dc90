import styles from './Protection.module.css';

/** What no program on this computer can end, and where it can be. */
export function StaysAtTheProvider() {
  return (
    <p className={styles.aside}>
      Your browser may stay signed in to Microsoft, and tokens that were handed out work until they
      expire. To end those too, choose <em>Sign out everywhere</em> at{' '}
      <span className={styles.address}>https://myaccount.microsoft.com</span>.
    </p>
  );
}
