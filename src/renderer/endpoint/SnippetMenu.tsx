import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { Grant } from '../../shared/grant.ts';
import type { SnippetForm } from '../../shared/grant-snippet.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';

const forms: readonly (readonly [SnippetForm, string])[] = [
  ['bash', 'For bash and zsh'],
  ['fish', 'For fish'],
  ['powershell', 'For PowerShell'],
  ['dotenv', 'As .env file'],
  ['docker', 'As Docker env file'],
  ['compose', 'For docker compose'],
  ['devcontainer', 'For devcontainer.json'],
];

/** Puts the grant's variables on the clipboard; main does, since the secret among them never comes here. */
export function SnippetMenu({ grant }: { grant: Grant }) {
  const send = useSend();
  const endpoint = useSlice('endpoint');
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          size="small"
          disabledFocusable={endpoint.kind !== 'on'}
          aria-label={`Copy variables of ${grant.name}`}
        >
          Copy variables
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {forms.map(([form, label]) => (
            <MenuItem
              key={form}
              onClick={() => void send('copy-grant-snippet', { grantId: grant.id, form })}
            >
              {label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
