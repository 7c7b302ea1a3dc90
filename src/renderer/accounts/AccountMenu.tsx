import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { PersonArrowLeftRegular } from '@fluentui/react-icons/svg/person-arrow-left';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import { TagRegular } from '@fluentui/react-icons/svg/tag';
import { useState } from 'react';
import { accountLabel } from '../../shared/format.ts';
import { fullName } from '../../shared/label.ts';
import type { Account } from '../../shared/model.ts';
import { useLabelForm } from '../labels/labelling.ts';
import { moved } from '../labels/moved.ts';
import { useLabel } from '../labels/use-label.ts';
import { useServicePrincipalForm } from '../service-principal/opening.ts';
import { useSend } from '../state/commands.ts';
import { SignOutDialog } from './SignOutDialog.tsx';

interface AccountMenuProps {
  readonly account: Account;
  /** The keys of all accounts, as they stand. */
  readonly order: readonly string[];
}

/** What can be done with an account. */
export function AccountMenu({ account, order }: AccountMenuProps) {
  const send = useSend();
  const [leaving, setLeaving] = useState<'one' | 'all'>();
  const openServicePrincipal = useServicePrincipalForm();
  const openLabel = useLabelForm();
  const restoreFocusTarget = useRestoreFocusTarget();
  const label = useLabel(account.key);
  const several = order.length > 1;
  const up = moved(order, account.key, 'up');
  const down = moved(order, account.key, 'down');
  const signInAgain = () =>
    void send('sign-in', { method: 'interactive', accountKey: account.key });
  const putInOrder = (accountKeys: readonly string[]) =>
    void send('order-accounts', { accountKeys: [...accountKeys] });

  return (
    <>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            {...restoreFocusTarget}
            appearance="subtle"
            size="small"
            icon={<MoreHorizontalRegular />}
            aria-label={`Actions for ${fullName(label, accountLabel(account))}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {account.kind === 'user' && (
              <MenuItem icon={<PersonArrowLeftRegular />} onClick={signInAgain}>
                Sign in again
              </MenuItem>
            )}
            {account.kind === 'service-principal' && (
              <MenuItem icon={<KeyRegular />} onClick={() => openServicePrincipal(account.key)}>
                Replace credential…
              </MenuItem>
            )}
            <MenuItem
              icon={<TagRegular />}
              onClick={() => openLabel({ kind: 'account', key: account.key })}
            >
              Nickname and colour…
            </MenuItem>
            {up !== undefined && (
              <MenuItem icon={<ArrowUpRegular />} onClick={() => putInOrder(up)}>
                Move up
              </MenuItem>
            )}
            {down !== undefined && (
              <MenuItem icon={<ArrowDownRegular />} onClick={() => putInOrder(down)}>
                Move down
              </MenuItem>
            )}
            <MenuDivider />
            <MenuItem icon={<SignOutRegular />} onClick={() => setLeaving('one')}>
              Sign out…
            </MenuItem>
            {several && (
              <MenuItem onClick={() => setLeaving('all')}>Sign out of all accounts…</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {leaving !== undefined && (
        <SignOutDialog
          account={leaving === 'one' ? account : undefined}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}
