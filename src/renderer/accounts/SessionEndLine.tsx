import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { formatDate, formatTime } from '../../shared/format.ts';
import type { Account } from '../../shared/model.ts';
import { sessionEndNear } from '../../shared/session-health.ts';
import { useNow } from '../state/clock.ts';
import { useSend } from '../state/commands.ts';
import { Standing } from './Standing.tsx';

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
    <Standing
      icon={<ClockRegular />}
      words={words}
      action={{ label: 'Sign in', carryOut: signIn }}
    />
  );
}
