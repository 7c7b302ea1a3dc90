import { Button } from '@fluentui/react-components';
import { CompassNorthwestRegular } from '@fluentui/react-icons/svg/compass-northwest';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { PlugConnectedRegular } from '@fluentui/react-icons/svg/plug-connected';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { Mark } from '../Mark.tsx';
import { FindButton } from '../palette/FindButton.tsx';
import { useNavigation } from '../panels/navigation.ts';
import { LockButton } from '../protection/LockButton.tsx';
import { useSlice } from '../state/window-context.ts';
import { AccountItem } from './AccountItem.tsx';
import styles from './Accounts.module.css';
import { AddAccount } from './AddAccount.tsx';
import { VaultBadge } from './VaultBadge.tsx';

/** The left-hand side: who is signed in, and the ways to the other parts of the window. */
export function AccountsPane() {
  const accounts = useSlice('accounts');
  const order = accounts.map(({ key }) => key);
  const { panel, open, close } = useNavigation();
  const toggle = (kind: 'contexts' | 'activity' | 'endpoint' | 'settings') =>
    panel?.kind === kind ? close() : open({ kind });

  return (
    <nav className={styles.pane} aria-label="Accounts and panels">
      <div className={styles.brand}>
        <Mark size={28} />
        <h1 className={styles.brandName}>Azimuth</h1>
      </div>
      <h2 className={styles.heading} id="accounts-heading">
        Accounts
      </h2>
      <ul className={styles.list} aria-labelledby="accounts-heading">
        {accounts.map((account) => (
          <AccountItem key={account.key} account={account} order={order} />
        ))}
      </ul>
      <AddAccount />
      <div className={styles.foot}>
        <VaultBadge />
        <FindButton />
        <LockButton />
        <Button
          appearance={panel?.kind === 'contexts' ? 'secondary' : 'subtle'}
          className={styles.navButton}
          icon={<CompassNorthwestRegular />}
          aria-expanded={panel?.kind === 'contexts'}
          title="Contexts"
          onClick={() => toggle('contexts')}
        >
          <span className={styles.label}>Contexts</span>
        </Button>
        <Button
          appearance={panel?.kind === 'activity' ? 'secondary' : 'subtle'}
          className={styles.navButton}
          icon={<HistoryRegular />}
          aria-expanded={panel?.kind === 'activity'}
          title="Activity"
          onClick={() => toggle('activity')}
        >
          <span className={styles.label}>Activity</span>
        </Button>
        <Button
          appearance={panel?.kind === 'endpoint' ? 'secondary' : 'subtle'}
          className={styles.navButton}
          icon={<PlugConnectedRegular />}
          aria-expanded={panel?.kind === 'endpoint'}
          title="SDK endpoint"
          onClick={() => toggle('endpoint')}
        >
          <span className={styles.label}>SDK endpoint</span>
        </Button>
        <Button
          appearance={panel?.kind === 'settings' ? 'secondary' : 'subtle'}
          className={styles.navButton}
          icon={<SettingsRegular />}
          aria-expanded={panel?.kind === 'settings'}
          title="Settings"
          onClick={() => toggle('settings')}
        >
          <span className={styles.label}>Settings</span>
        </Button>
      </div>
    </nav>
  );
}
