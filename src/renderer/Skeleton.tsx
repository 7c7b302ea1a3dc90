import { Mark } from './Mark.tsx';
import styles from './Skeleton.module.css';

/** While what was remembered is still being read. */
export function Skeleton() {
  return (
    <main className={styles.page} aria-busy="true" aria-label="Azimuth is starting">
      <Mark size={56} />
      <p className={styles.text}>Opening Azimuth…</p>
    </main>
  );
}
