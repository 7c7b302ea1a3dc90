import { MenuDivider, MenuItem } from '@fluentui/react-components';
import { BotRegular } from '@fluentui/react-icons/svg/bot';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { ClipboardPasteRegular } from '@fluentui/react-icons/svg/clipboard-paste';
import { CloudRegular } from '@fluentui/react-icons/svg/cloud';
import { ServerRegular } from '@fluentui/react-icons/svg/server';
import { useNavigation } from '../panels/navigation.ts';
import { useServicePrincipalForm } from '../service-principal/opening.ts';
import type { FormWay } from './FormOfWay.tsx';

/** Entries of a menu: the ways to sign in that ask something first, and where to. */
export function OtherWays({ onChoose }: { onChoose: (way: FormWay) => void }) {
  const openServicePrincipal = useServicePrincipalForm();
  const { open } = useNavigation();
  return (
    <>
      <MenuItem icon={<BuildingRegular />} onClick={() => onChoose('tenant')}>
        Choose a specific tenant…
      </MenuItem>
      <MenuItem icon={<ClipboardPasteRegular />} onClick={() => onChoose('line')}>
        Paste a sign-in line…
      </MenuItem>
      <MenuItem icon={<BotRegular />} onClick={() => openServicePrincipal()}>
        Service principal…
      </MenuItem>
      <MenuItem icon={<ServerRegular />} onClick={() => onChoose('managed-identity')}>
        Managed identity of this computer…
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={<CloudRegular />} onClick={() => open({ kind: 'clouds' })}>
        Clouds…
      </MenuItem>
    </>
  );
}
