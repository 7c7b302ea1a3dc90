import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import type { TokenForm } from '../../shared/token-form.ts';
import { tokenFormNames, tokenForms } from '../../shared/token-form.ts';
import styles from './Token.module.css';

interface CopyTokenButtonProps {
  readonly busy: boolean;
  /** None: nothing but the token. */
  readonly onCopy: (form?: TokenForm) => void;
}

/** Copies the token as it is, or in the form of what it is wanted for. */
export function CopyTokenButton({ busy, onCopy }: CopyTokenButtonProps) {
  return (
    <div className={styles.copy}>
      <Button
        className={styles.copyToken}
        appearance="primary"
        icon={<CopyRegular />}
        disabledFocusable={busy}
        onClick={() => onCopy()}
      >
        Copy token
      </Button>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            className={styles.copyAs}
            appearance="primary"
            aria-label="Copy as…"
            disabledFocusable={busy}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {tokenForms
              .filter((form) => form !== 'token')
              .map((form) => (
                <MenuItem key={form} onClick={() => onCopy(form)}>
                  {tokenFormNames[form]}
                </MenuItem>
              ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
