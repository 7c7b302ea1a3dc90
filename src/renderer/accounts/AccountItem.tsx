import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { BotRegular } from '@fluentui/react-icons/svg/bot';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { PersonArrowLeftRegular } from '@fluentui/react-icons/svg/person-arrow-left';
import { ServerRegular } from '@fluentui/react-icons/svg/server';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import { useState } from 'react';
import { accountLabel, initialsOf } from '../../shared/format.ts';
import type { Account } from '../../shared/model.ts';
import { signInInput } from '../problem/remedy.ts';
import { useServicePrincipalForm } from '../service-principal/opening.ts';
import { useSend } from '../state/commands.ts';
import styles from './Accounts.module.css';
import { SessionLine } from './SessionLine.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';

const kinds = {
  user: { name: 'Person', icon: null },
  'service-principal': { name: 'Service principal', icon: <BotRegular /> },
  'managed-identity': { name: 'Managed identity', icon: <ServerRegular /> },
} as const;

interface AccountItemProps {
  readonly account: Account;
  readonly several: boolean;
}

/** One account with what can be done with it. */
export function AccountItem({ account, several }: AccountItemProps) {
  const send = useSend();
  const [leaving, setLeaving] = useState<'one' | 'all'>();
  const openServicePrincipal = useServicePrincipalForm();
  const name = account.displayName || account.username;
  const isPerson = account.kind === 'user';
  const kind = kinds[account.kind];
  const signInAgain = () =>
    void send('sign-in', signInInput('interactive', undefined, account.key));

  return (
    <li className={styles.item}>
      <Avatar
        size={32}
        {...(isPerson
          ? { initials: initialsOf(name) }
          : { icon: kind.icon, shape: 'square' as const })}
        color="colorful"
        idForColor={account.key}
        aria-hidden="true"
      />
      <div className={styles.who}>
        <p className={styles.name} title={name}>
          {name}
        </p>
        <p className={styles.username} title={account.username}>
          {isPerson || name !== account.username ? account.username : kind.name}
        </p>
        {!isPerson && name !== account.username && (
          <span className="visually-hidden">{kind.name}</span>
        )}
      </div>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            className={styles.more}
            icon={<MoreHorizontalRegular />}
            aria-label={`Actions for ${accountLabel(account)}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {isPerson && (
              <MenuItem icon={<PersonArrowLeftRegular />} onClick={signInAgain}>
                Sign in again
              </MenuItem>
            )}
            {account.kind === 'service-principal' && (
              <MenuItem icon={<KeyRegular />} onClick={() => openServicePrincipal(account.key)}>
                Replace credential…
              </MenuItem>
            )}
            <MenuItem icon={<SignOutRegular />} onClick={() => setLeaving('one')}>
              Sign out…
            </MenuItem>
            {several && <MenuDivider />}
            {several && (
              <MenuItem onClick={() => setLeaving('all')}>Sign out of all accounts…</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      <SessionLine account={account} />
      {leaving !== undefined && (
        <SignOutDialog
          account={leaving === 'one' ? account : undefined}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </li>
  );
}
