import { CompassNorthwestRegular } from '@fluentui/react-icons/svg/compass-northwest';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { PlugConnectedRegular } from '@fluentui/react-icons/svg/plug-connected';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { Mark } from '../Mark.tsx';
import { FindButton } from '../palette/FindButton.tsx';
import { PanelButton } from '../panels/PanelButton.tsx';
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
        <PanelButton kind="contexts" name="Contexts" icon={<CompassNorthwestRegular />} />
        <PanelButton kind="activity" name="Activity" icon={<HistoryRegular />} />
        <PanelButton kind="endpoint" name="SDK endpoint" icon={<PlugConnectedRegular />} />
        <PanelButton kind="settings" name="Settings" icon={<SettingsRegular />} />
      </div>
    </nav>
  );
}
