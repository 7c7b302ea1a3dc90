import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';

interface GrantMenuProps<T> {
  readonly title: string;
  /** Of which grant. */
  readonly of: string;
  readonly choices: readonly (readonly [choice: T, label: string])[];
  readonly disabled?: boolean;
  readonly onChoose: (choice: T) => void;
}

/** A button of a grant that opens a menu. */
export function GrantMenu<T>({
  title,
  of,
  choices,
  disabled = false,
  onChoose,
}: GrantMenuProps<T>) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          size="small"
          disabledFocusable={disabled}
          aria-label={`${title} of ${of}`}
        >
          {title}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(([choice, label]) => (
            <MenuItem key={label} onClick={() => onChoose(choice)}>
              {label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
