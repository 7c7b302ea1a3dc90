import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { Grant } from '../../shared/grant.ts';
import { useSend } from '../state/commands.ts';
import { lifetimes } from './grant-choice.ts';

/** Moves the end of a grant, to sooner or later. */
export function EndMenu({ grant }: { grant: Grant }) {
  const send = useSend();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" size="small" aria-label={`Change end of ${grant.name}`}>
          Change end
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {lifetimes.map(([minutes, label]) => (
            <MenuItem
              key={minutes}
              onClick={() => void send('change-grant', { grantId: grant.id, minutes })}
            >
              {label} from now
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
