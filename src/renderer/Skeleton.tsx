import { Mark } from './Mark.tsx';
import styles from './Skeleton.module.css';

/** While what was remembered is still being read. */
export function Skeleton() {
  return (
    <main className={styles.page} aria-busy="true">
      <Mark size={56} />
      <h1 className={styles.text}>Opening Azimuth…</h1>
    </main>
  );
}
