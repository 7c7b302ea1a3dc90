import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { LockReason } from '../../shared/app-state.ts';
import { Mark } from '../Mark.tsx';
import { useSlice } from '../state/window-context.ts';
import styles from './Protection.module.css';
import { UnlockWays } from './UnlockWays.tsx';
import { WipeDialog } from './WipeDialog.tsx';

const reasons: Readonly<Record<LockReason, string>> = {
  start: 'What Azimuth keeps is sealed until you unlock it.',
  asked: 'Nothing gets a token until you unlock it.',
  idle: 'Nobody was here for a while. Nothing gets a token until you unlock it.',
  screen: 'It locked with your screen. Nothing gets a token until you unlock it.',
  suspend: 'It locked when the computer went to sleep. Nothing gets a token until you unlock it.',
};

/** All that is seen of a locked app. */
export function LockScreen() {
  const lock = useSlice('lock');
  const [leaving, setLeaving] = useState(false);
  if (lock.kind === 'open') return null;
  const withPassphrase = lock.means.includes('passphrase');
  return (
    <main className={styles.lockPage}>
      <div className={styles.lockColumn}>
        <Mark size={56} />
        <h1 className={styles.lockTitle}>Azimuth is locked</h1>
        <p className={styles.lockText}>{reasons[lock.why]}</p>
        <UnlockWays lock={lock} />
        <Button appearance="transparent" onClick={() => setLeaving(true)}>
          {withPassphrase ? 'Forgot the passphrase?' : 'Can’t unlock?'}
        </Button>
      </div>
      {leaving && <WipeDialog locked onClose={() => setLeaving(false)} />}
    </main>
  );
}
