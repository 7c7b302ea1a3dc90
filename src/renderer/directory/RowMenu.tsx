import { Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { useSlice } from '../state/window-context.ts';
import type { Row } from './directory-index.ts';
import { rowActions } from './row-actions.ts';
import { useRowActions } from './use-row-actions.ts';

interface RowMenuProps {
  readonly row: Row;
  readonly at: DOMRect;
  readonly onClose: () => void;
}

/** The context menu of a row, where it was asked for. */
export function RowMenu({ row, at, onClose }: RowMenuProps) {
  const defaultKey = useSlice('selection').defaultSubscriptionKey;
  const orderable = {
    accounts: useSlice('accounts'),
    tenants: useSlice('tenants'),
    arrangement: useSlice('arrangement'),
  };
  const act = useRowActions();
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => !open && onClose()}
      positioning={{
        target: { getBoundingClientRect: () => at },
        position: 'below',
        align: at.width > 0 ? 'end' : 'start',
      }}
    >
      <MenuPopover>
        <MenuList>
          {rowActions(row, defaultKey, orderable).map((action) => (
            <MenuItem
              key={action.label}
              secondaryContent={action.kind === 'order' ? action.keys : null}
              onClick={() => {
                onClose();
                act(action);
              }}
            >
              {action.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
