import {
  Badge,
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import type { Context } from '../../shared/context.ts';
import { asksFirst } from '../../shared/context.ts';
import { formatSpan } from '../../shared/format.ts';
import { useNow } from '../state/clock.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { ContextName } from './ContextName.tsx';
import styles from './Contexts.module.css';
import { usePlace } from './use-place.ts';

interface ContextItemProps {
  readonly context: Context;
  readonly isCurrent: boolean;
  readonly onToken: () => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** One context with what can be done with it. */
export function ContextItem({ context, isCurrent, onToken, onEdit, onDelete }: ContextItemProps) {
  const send = useSend();
  const { subscription, tenant, account } = usePlace(context, context.username);
  const { id: contextId, name } = context;
  return (
    <li className={styles.item}>
      <div>
        <div className={styles.title}>
          <ContextName context={context} />
          {isCurrent && (
            <Badge appearance="outline" shape="rounded">
              Default
            </Badge>
          )}
        </div>
        <p className={styles.line}>
          {subscription ?? 'The whole tenant'} · {tenant}
        </p>
        <p className={styles.line}>{account}</p>
        {asksFirst(context) && <ConfirmLine contextId={contextId} />}
      </div>
      {!isCurrent && (
        <Button
          size="small"
          aria-label={`Use ${name}`}
          onClick={() => void send('use-context', { contextId })}
        >
          Use
        </Button>
      )}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={`More for ${name}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={onToken}>Get token…</MenuItem>
            <MenuItem onClick={onEdit}>Edit…</MenuItem>
            <MenuItem onClick={onDelete}>Delete…</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
}

function ConfirmLine({ contextId }: { contextId: string }) {
  const { granted } = useSlice('confirmations');
  const until = granted.find((one) => one.contextId === contextId)?.until ?? 0;
  const left = useNow((now) => (until > now ? formatSpan(until - now) : undefined));
  return (
    <p className={styles.line}>
      {left === undefined ? 'Asks before each token' : `Tokens are allowed for another ${left}`}
    </p>
  );
}
