import { Button } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import styles from '../accounts/Accounts.module.css';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { lockKeys } from './lock-keys.ts';

/** Locks the app, where something can unlock it again. */
export function LockButton() {
  const lock = useSlice('lock');
  const send = useSend();
  if (lock.means.length === 0) return null;
  return (
    <Button
      appearance="subtle"
      className={styles.navButton}
      icon={<LockClosedRegular />}
      title={`Lock (${lockKeys(navigator.userAgent)})`}
      onClick={() => void send('lock', {})}
    >
      <span className={styles.label}>Lock</span>
    </Button>
  );
}
