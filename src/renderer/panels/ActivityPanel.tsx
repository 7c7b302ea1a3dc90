import type { HandOut } from '../../shared/app-state.ts';
import { audienceLabel } from '../../shared/audience.ts';
import { actNames, formatAgo, formatDateTime, surfaceNames } from '../../shared/format.ts';
import type { Account, Tenant } from '../../shared/model.ts';
import { Called } from '../labels/Called.tsx';
import { useNow } from '../state/clock.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './Panels.module.css';
import { SidePanel } from './SidePanel.tsx';

/** Every token that was handed out, newest first; never the token. */
export function ActivityPanel() {
  const activity = useSlice('activity');
  return (
    <SidePanel title="Activity">
      {activity.length === 0 ? (
        <p className={styles.empty}>
          No token was handed out yet. Every token that the window or a tool gets is listed here,
          without its text.
        </p>
      ) : (
        <ol className={styles.activity} aria-label="Tokens handed out, newest first">
          {activity
            .toSorted((one, other) => other.at - one.at)
            .map((handOut) => (
              <Line key={handOut.id} handOut={handOut} />
            ))}
        </ol>
      )}
    </SidePanel>
  );
}

function Line({ handOut }: { handOut: HandOut }) {
  const { account, tenant } = useWhose(handOut);
  const ago = useNow((now) => formatAgo(handOut.at, now));
  const by = handOut.program === undefined ? '' : ` (${handOut.program})`;
  return (
    <li>
      <span className={styles.activityTitle}>
        {actNames[handOut.act]} for {audienceLabel(handOut.audience)}
      </span>
      <time
        className={styles.activityTime}
        dateTime={new Date(handOut.at).toISOString()}
        title={formatDateTime(handOut.at)}
      >
        {ago}
      </time>
      <span className={styles.activityText}>
        {surfaceNames[handOut.surface]}
        {by} · <Called labelKey={account?.key} name={handOut.username} />
      </span>
      <span className={styles.activityText}>
        Tenant <Called labelKey={tenant?.key} name={tenant?.displayName ?? handOut.tenantId} /> ·
        expires {formatDateTime(handOut.expiresAt)}
      </span>
    </li>
  );
}

/** The account and the tenant of a hand-out, as far as they are still there. */
function useWhose({ username, tenantId }: HandOut): {
  readonly account: Account | undefined;
  readonly tenant: Tenant | undefined;
} {
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants').filter((one) => one.tenantId === tenantId);
  const account = accounts.find((one) => one.username === username);
  const own = tenants.find(({ accountKey }) => accountKey === account?.key);
  return { account, tenant: own ?? tenants[0] };
}
