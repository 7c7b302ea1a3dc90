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
import { GlobeRegular } from '@fluentui/react-icons/svg/globe';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { PhoneLaptopRegular } from '@fluentui/react-icons/svg/phone-laptop';
import { WindowConsoleRegular } from '@fluentui/react-icons/svg/window-console';
import { useCallback, useState } from 'react';
import { useNavigation } from '../panels/navigation.ts';
import type { FormWay } from '../sign-in/FormOfWay.tsx';
import { FormOfWay } from '../sign-in/FormOfWay.tsx';
import { OtherWays } from '../sign-in/OtherWays.tsx';
import { useSend } from '../state/commands.ts';
import styles from './Accounts.module.css';

/** The ways to sign one more account in. */
export function AddAccount() {
  const send = useSend();
  const restoreFocusTarget = useRestoreFocusTarget();
  const { open } = useNavigation();
  const [way, setWay] = useState<FormWay>();
  const closeForm = useCallback(() => setWay(undefined), []);
  return (
    <>
      <Menu positioning="below-start">
        <MenuTrigger disableButtonEnhancement>
          <Button
            {...restoreFocusTarget}
            appearance="subtle"
            className={styles.navButton}
            icon={<PersonAddRegular />}
            title="Add account"
          >
            <span className={styles.label}>Add account</span>
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              icon={<GlobeRegular />}
              onClick={() => void send('sign-in', { method: 'interactive' })}
            >
              Sign in with the browser
            </MenuItem>
            <MenuItem
              icon={<PhoneLaptopRegular />}
              onClick={() => void send('sign-in', { method: 'device-code' })}
            >
              Use a device code
            </MenuItem>
            <MenuItem icon={<WindowConsoleRegular />} onClick={() => open({ kind: 'azure-cli' })}>
              From Azure CLI…
            </MenuItem>
            <MenuDivider />
            <OtherWays onChoose={setWay} />
          </MenuList>
        </MenuPopover>
      </Menu>
      <FormOfWay way={way} onClose={closeForm} />
    </>
  );
}
