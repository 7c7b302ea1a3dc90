import { Button } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { IssuedToken } from '../../shared/app-state.ts';
import type { CommandInput } from '../../shared/contract.ts';
import { formatCountdown, formatDateTime } from '../../shared/format.ts';
import { useNow } from '../state/clock.ts';
import { useSlice } from '../state/window-context.ts';
import { askAgain } from './ask-again.ts';
import styles from './Token.module.css';

const soon = 5 * 60_000;

interface ExpiryProps {
  readonly issued: IssuedToken;
  readonly expired: boolean;
  readonly onAsk: (input: CommandInput<'issue-token'>) => void;
}

/** How long a token still works; near its end it says so in words and with a sign. */
export function Expiry({ issued, expired, onAsk }: ExpiryProps) {
  const subscriptions = useSlice('subscriptions');
  const tenants = useSlice('tenants');
  const left = useNow((now) => formatCountdown(issued.expiresAt - now));
  const near = useNow((now) => issued.expiresAt - now < soon);
  const date = formatDateTime(issued.expiresAt);

  if (expired) {
    const again = askAgain(issued, subscriptions, tenants);
    return (
      <div className={styles.expired}>
        <p className={styles.expiry} data-near>
          <span className={styles.clipboardIcon}>
            <WarningRegular />
          </span>
          Expired {date}
        </p>
        {again !== undefined && (
          <Button appearance="primary" onClick={() => onAsk(again)}>
            Get a new one
          </Button>
        )}
      </div>
    );
  }
  const Sign = near ? WarningRegular : ClockRegular;
  return (
    <p className={styles.expiry} data-near={near || undefined} title={date}>
      <span className={styles.clipboardIcon}>
        <Sign />
      </span>
      {near ? 'Expires soon, in' : 'Expires in'}{' '}
      <span role="timer" aria-label="Time left" className={styles.clock}>
        {left}
      </span>
      <span className={styles.date}>{date}</span>
    </p>
  );
}
