import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { LockOpenRegular } from '@fluentui/react-icons/svg/lock-open';
import { useState } from 'react';
import { PassphraseDialog } from '../protection/PassphraseDialog.tsx';
import { useSlice } from '../state/window-context.ts';
import styles from './Accounts.module.css';

/** Seen only while nothing secret can be kept; says what that means, and offers a passphrase instead. */
export function VaultBadge() {
  const vault = useSlice('vault');
  const [open, setOpen] = useState(false);
  const [protecting, setProtecting] = useState(false);
  if (vault.kind !== 'memory') return null;

  function protect(): void {
    setOpen(false);
    setProtecting(true);
  }

  return (
    <>
      <Popover
        positioning="above-start"
        withArrow
        trapFocus
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
      >
        <PopoverTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            className={styles.badge}
            icon={<LockOpenRegular />}
            title="Memory only"
          >
            Memory only
          </Button>
        </PopoverTrigger>
        <PopoverSurface className={styles.vaultPopover} aria-label="Memory only">
          <p>
            Nothing secret is written to disk, so you sign in again after Azimuth closes.{' '}
            {vault.reason}
          </p>
          <Button className={styles.vaultButton} onClick={protect}>
            Protect with a passphrase…
          </Button>
        </PopoverSurface>
      </Popover>
      {protecting && <PassphraseDialog kind="set" onClose={() => setProtecting(false)} />}
    </>
  );
}
