import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import styles from './Accounts.module.css';

interface StandingProps {
  readonly icon: ReactElement;
  readonly words: string;
  /** What the words mean, word for word. */
  readonly detail?: string;
  /** The one thing to do about it. */
  readonly action?: { readonly label: string; readonly carryOut: () => void } | undefined;
}

/** How it stands with an account, below its name. */
export function Standing({ icon, words, detail = words, action }: StandingProps) {
  return (
    <div className={styles.standing} title={detail}>
      <span className={styles.standingIcon}>{icon}</span>
      <span className={styles.standingText}>{words}</span>
      {action !== undefined && (
        <Button size="small" className={styles.standingButton} onClick={action.carryOut}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
