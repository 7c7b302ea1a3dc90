import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Theme } from '../shared/settings.ts';
import { Mark } from './Mark.tsx';
import { AppTheme } from './theme/AppTheme.tsx';
import styles from './WindowFailure.module.css';

interface WindowFailureProps {
  /** What the error says of itself. */
  readonly message: string;
  readonly theme: Theme;
  /** Escape leaves a window that is only there for a moment. */
  readonly onLeave?: (() => void) | undefined;
}

/** Stands where a window was that can't be drawn any more. */
export function WindowFailure({ message, theme, onLeave }: WindowFailureProps) {
  useEffect(() => {
    function leaveOnEscape({ key }: KeyboardEvent): void {
      if (key === 'Escape') onLeave?.();
    }
    document.addEventListener('keydown', leaveOnEscape);
    return () => document.removeEventListener('keydown', leaveOnEscape);
  }, [onLeave]);

  return (
    <AppTheme theme={theme}>
      <main className={styles.page}>
        <div className={styles.column}>
          <Mark size={48} />
          <div role="alert" className={styles.words}>
            <h1 className={styles.title}>This window could not be drawn</h1>
            <p className={styles.text}>
              Azimuth itself goes on; your accounts and settings are as they were. If it happens
              again, restart Azimuth; its log says what it was.
            </p>
          </div>
          <Button
            autoFocus
            appearance="primary"
            size="large"
            onClick={() => window.location.reload()}
          >
            Load the window again
          </Button>
          <details className={styles.details}>
            <summary>Details</summary>
            <pre className={styles.message} tabIndex={0} role="region" aria-label="What went wrong">
              {message}
            </pre>
          </details>
        </div>
      </main>
    </AppTheme>
  );
}
