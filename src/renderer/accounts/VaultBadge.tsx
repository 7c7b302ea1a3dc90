import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { LockOpenRegular } from '@fluentui/react-icons/svg/lock-open';
import { useSlice } from '../state/window-context.ts';
import styles from './Accounts.module.css';

/** Seen only while nothing secret can be kept; says what that means. */
export function VaultBadge() {
  const vault = useSlice('vault');
  if (vault.kind !== 'memory') return null;
  return (
    <Popover positioning="above-start" withArrow>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.navButton}
          icon={<LockOpenRegular />}
          title="Memory only"
        >
          <span className={styles.label}>Memory only</span>
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.vaultPopover} aria-label="Memory only">
        <p>
          Nothing secret is written to disk, so you sign in again after Azimuth closes.{' '}
          {vault.reason}
        </p>
      </PopoverSurface>
    </Popover>
  );
}
