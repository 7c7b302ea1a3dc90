import { formatCountdown } from '../../shared/format.ts';
import { useNow } from '../state/clock.ts';
import styles from './SignIn.module.css';

/** A countdown with its words. It is a timer, so screen readers read it only when asked. */
export function TimeLeft({ until, label }: { until: number; label: string }) {
  const left = useNow((now) => formatCountdown(until - now));
  return (
    <p className={styles.timeLeft} role="timer">
      {label} <span className={styles.clock}>{left}</span>
    </p>
  );
}
