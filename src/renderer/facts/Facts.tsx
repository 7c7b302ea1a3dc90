import type { ReactNode } from 'react';
import styles from './Facts.module.css';

interface FactsProps {
  /** Terms with their values; a term without one is left out. */
  readonly facts: readonly (readonly [term: string, value: ReactNode])[];
  readonly label?: string;
  readonly className?: string | undefined;
}

/** What is known of something, a line a term. */
export function Facts({ facts, label, className = '' }: FactsProps) {
  return (
    <dl className={`${styles.facts} ${className}`} aria-label={label}>
      {facts.map(([term, value]) =>
        value === undefined ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
