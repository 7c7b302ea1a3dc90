import { accountLabel } from '../../shared/format.ts';
import type { Account } from '../../shared/model.ts';
import { isPersonal } from '../../shared/personal-account.ts';
import { CloudBadge } from '../clouds/CloudBadge.tsx';
import { ShownName } from '../labels/ShownName.tsx';
import { useLabel } from '../labels/use-label.ts';
import { AccountAvatar } from './AccountAvatar.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import styles from './Accounts.module.css';
import { SessionLine } from './SessionLine.tsx';

/** What an account that is no person is called. */
const kindNames = {
  user: undefined,
  'service-principal': 'Service principal',
  'managed-identity': 'Managed identity',
} as const satisfies Record<Account['kind'], string | undefined>;

interface AccountItemProps {
  readonly account: Account;
  /** The keys of all accounts, as they stand. */
  readonly order: readonly string[];
}

/** One account with what can be done with it. */
export function AccountItem({ account, order }: AccountItemProps) {
  const label = useLabel(account.key);
  const name = account.displayName || account.username;
  const kindName = kindNames[account.kind];
  const second = label?.nickname === undefined ? account.username : accountLabel(account);
  const isRepeated = second === (label?.nickname ?? name);

  return (
    <li className={styles.item}>
      <AccountAvatar account={account} label={label} />
      <div className={styles.who}>
        <p className={styles.name}>
          <ShownName label={label} name={name} />
        </p>
        <p className={styles.username} title={account.username}>
          {isRepeated && kindName !== undefined ? kindName : second}
        </p>
        {isPersonal(account) && <p className={styles.username}>Personal account</p>}
        {!isRepeated && <span className="visually-hidden">{kindName}</span>}
        <CloudBadge cloud={account.cloud} />
      </div>
      <AccountMenu account={account} order={order} />
      <SessionLine account={account} />
    </li>
  );
}
