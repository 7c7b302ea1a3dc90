import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './Panels.module.css';

/** A part of a panel, under a heading of its own. */
export function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  const headingId = useId();
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {title}
      </h3>
      {children}
    </section>
  );
}
