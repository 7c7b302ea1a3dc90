import { Badge, Button } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { LockOpenRegular } from '@fluentui/react-icons/svg/lock-open';
import { useState } from 'react';
import { PassphraseDialog } from '../protection/PassphraseDialog.tsx';
import { useSlice } from '../state/window-context.ts';
import styles from './SignIn.module.css';

/** Where secrets are kept, in a sentence. */
export function VaultLine() {
  const vault = useSlice('vault');
  const [protecting, setProtecting] = useState(false);
  switch (vault.kind) {
    case 'sealed':
      return (
        <p className={styles.vault}>
          <span className={styles.vaultIcon}>
            <LockClosedRegular />
          </span>
          <span>Your sign-in stays on this computer, encrypted with {vault.by}.</span>
        </p>
      );
    case 'locked':
      return null;
    case 'memory':
      return (
        <p className={styles.vault}>
          <Badge appearance="tint" color="warning" icon={<LockOpenRegular />}>
            Memory only
          </Badge>
          <span>
            Nothing secret is written to disk, so you sign in again after Azimuth closes.{' '}
            {vault.reason}
          </span>
          <Button size="small" onClick={() => setProtecting(true)}>
            Protect with a passphrase…
          </Button>
          {protecting && <PassphraseDialog kind="set" onClose={() => setProtecting(false)} />}
        </p>
      );
  }
}
