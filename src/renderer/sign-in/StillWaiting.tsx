import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useNavigation } from '../panels/navigation.ts';
import { useNow } from '../state/clock.ts';
import { useSend } from '../state/commands.ts';
import styles from './SignIn.module.css';

/** How long a page is left alone before somebody may be stuck on it. */
const patience = 30_000;

interface StillWaitingProps {
  readonly cloud: string;
  /** What stands here before. */
  readonly children: ReactNode;
}

/** What to do about a page that does not come back: of an error that Entra ID shows there we are never told. */
export function StillWaiting({ cloud, children }: StillWaitingProps) {
  const [openedAt] = useState(Date.now);
  const isLong = useNow((now) => now - openedAt >= patience);
  const send = useSend();
  const { open } = useNavigation();

  async function setClientId(): Promise<void> {
    const cancelled = await send('cancel-sign-in', {});
    if (cancelled.ok) open({ kind: 'clouds', clientIdOf: cloud });
  }

  return (
    <div role="status" className={styles.waiting}>
      {isLong ? (
        <div className={styles.stuck}>
          <h3>Does the page show an error?</h3>
          <p>Azimuth is not told of it and goes on waiting. What helps:</p>
          <ul>
            <li>
              Wrong account or old session: copy the link and open it in another browser, profile or
              private window.
            </li>
            <li>
              AADSTS700016 or admin approval: your organisation does not let this application in.
              Sign in with one of its own.
            </li>
            <li>Anything else: cancel, and start again.</li>
          </ul>
          <Button size="small" onClick={() => void setClientId()}>
            Use your own application…
          </Button>
        </div>
      ) : (
        children
      )}
    </div>
  );
}
