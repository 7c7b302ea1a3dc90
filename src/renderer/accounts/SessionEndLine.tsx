import { Button } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { formatDate, formatTime } from '../../shared/format.ts';
import type { Account } from '../../shared/model.ts';
import { sessionEndNear } from '../../shared/session-health.ts';
import { useNow } from '../state/clock.ts';
import { useSend } from '../state/commands.ts';
import styles from './Accounts.module.css';

const day = 24 * 60 * 60 * 1_000;

/** Seen only while a tenant is about to want a fresh sign-in. */
export function SessionEndLine({ account }: { account: Account }) {
  const send = useSend();
  const end = useNow((now) => sessionEndNear(account, now)?.endsAt);
  const isSoon = useNow((now) => end !== undefined && end - now < day);
  if (end === undefined) return null;
  const words = `Sign-in ends ${isSoon ? formatTime(end) : formatDate(end)}`;
  const signIn = (): void => {
    const tenant = sessionEndNear(account, Date.now())?.tenantId;
    void send('sign-in', { method: 'interactive', tenant, accountKey: account.key });
  };
  return (
    <div className={styles.session} title={words}>
      <span className={styles.sessionIcon}>
        <ClockRegular />
      </span>
      <span className={styles.sessionText}>{words}</span>
      <Button size="small" className={styles.sessionButton} onClick={signIn}>
        Sign in
      </Button>
    </div>
  );
}
