import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { BotRegular } from '@fluentui/react-icons/svg/bot';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { ClipboardPasteRegular } from '@fluentui/react-icons/svg/clipboard-paste';
import { CloudRegular } from '@fluentui/react-icons/svg/cloud';
import { GlobeRegular } from '@fluentui/react-icons/svg/globe';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { PhoneLaptopRegular } from '@fluentui/react-icons/svg/phone-laptop';
import { ServerRegular } from '@fluentui/react-icons/svg/server';
import { WindowConsoleRegular } from '@fluentui/react-icons/svg/window-console';
import { useState } from 'react';
import { ManagedIdentityDialog } from '../managed-identity/ManagedIdentityDialog.tsx';
import { useNavigation } from '../panels/navigation.ts';
import { useServicePrincipalForm } from '../service-principal/opening.ts';
import { SignInLineDialog } from '../sign-in/SignInLineDialog.tsx';
import { TenantForm } from '../sign-in/TenantForm.tsx';
import { useSend } from '../state/commands.ts';
import styles from './Accounts.module.css';

/** The ways to sign one more account in. */
export function AddAccount() {
  const send = useSend();
  const openServicePrincipal = useServicePrincipalForm();
  const restoreFocusTarget = useRestoreFocusTarget();
  const { open } = useNavigation();
  const [asking, setAsking] = useState(false);
  const [managed, setManaged] = useState(false);
  const [pasting, setPasting] = useState(false);
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
            <MenuItem icon={<BuildingRegular />} onClick={() => setAsking(true)}>
              Choose a specific tenant…
            </MenuItem>
            <MenuItem icon={<ClipboardPasteRegular />} onClick={() => setPasting(true)}>
              Paste a sign-in line…
            </MenuItem>
            <MenuItem icon={<BotRegular />} onClick={() => openServicePrincipal()}>
              Service principal…
            </MenuItem>
            <MenuItem icon={<ServerRegular />} onClick={() => setManaged(true)}>
              Managed identity of this computer…
            </MenuItem>
            <MenuItem icon={<WindowConsoleRegular />} onClick={() => open({ kind: 'azure-cli' })}>
              From Azure CLI…
            </MenuItem>
            <MenuDivider />
            <MenuItem icon={<CloudRegular />} onClick={() => open({ kind: 'clouds' })}>
              Clouds…
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {managed && <ManagedIdentityDialog onClose={() => setManaged(false)} />}
      {pasting && <SignInLineDialog onClose={() => setPasting(false)} />}
      <Dialog open={asking} onOpenChange={(_, { open }) => setAsking(open)}>
        <DialogSurface className={styles.dialog}>
          <DialogBody>
            <DialogTitle>Sign in to a specific tenant</DialogTitle>
            <DialogContent>
              <TenantForm onStarted={() => setAsking(false)} />
            </DialogContent>
            <DialogActions>
              <Button onClick={() => setAsking(false)}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
