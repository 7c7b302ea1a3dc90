import { Button, SearchBox } from '@fluentui/react-components';
import { useState } from 'react';
import { activityRecords, askerLabel } from '../../shared/activity.ts';
import type { HandOut } from '../../shared/app-state.ts';
import { audienceLabel } from '../../shared/audience.ts';
import { actNames, countOf, formatAgo, formatDateTime } from '../../shared/format.ts';
import type { Account, Tenant } from '../../shared/model.ts';
import { Called } from '../labels/Called.tsx';
import { useNow } from '../state/clock.ts';
import { useSlice } from '../state/window-context.ts';
import { ClearActivityDialog } from './ClearActivityDialog.tsx';
import { ExportActivity } from './ExportActivity.tsx';
import styles from './Panels.module.css';
import { SidePanel } from './SidePanel.tsx';

/** Every token that was handed out, newest first; never the token. */
export function ActivityPanel() {
  const activity = useSlice('activity');
  const [filter, setFilter] = useState('');
  const [clearing, setClearing] = useState(false);
  const found = useFound(activity, filter);

  return (
    <SidePanel title="Activity">
      {activity.length === 0 ? (
        <p className={styles.empty}>
          No token was handed out yet. Every token that the window or a tool gets is listed here,
          without its text.
        </p>
      ) : (
        <>
          <div className={styles.activityBar}>
            <SearchBox
              className={styles.activityFilter}
              aria-label="Filter activity"
              placeholder="Program, service, tenant, account…"
              value={filter}
              onChange={(_, { value }) => setFilter(value)}
            />
            <ExportActivity />
            <Button onClick={() => setClearing(true)}>Clear…</Button>
          </div>
          <p className={styles.activityText} aria-live="polite">
            {filter.trim() === ''
              ? countOf(activity.length, 'hand-out')
              : `${found.length} of ${countOf(activity.length, 'hand-out')}`}
          </p>
          <ol className={styles.activity} aria-label="Tokens handed out, newest first">
            {found.map((handOut) => (
              <Line key={handOut.id} handOut={handOut} />
            ))}
          </ol>
        </>
      )}
      {clearing && <ClearActivityDialog onClose={() => setClearing(false)} />}
    </SidePanel>
  );
}

/** The hand-outs of which every word of the filter is somewhere in the line, or in the person's own names. */
function useFound(activity: readonly HandOut[], filter: string): readonly HandOut[] {
  const tenants = useSlice('tenants');
  const accounts = useSlice('accounts');
  const { labels } = useSlice('arrangement');
  const sorted = activity.toSorted((one, other) => other.at - one.at);
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return sorted;
  const records = activityRecords({ activity: sorted, tenants });
  return sorted.filter((handOut, index) => {
    const { account, tenant } = whose(handOut, accounts, tenants);
    const nicknames = [account, tenant].map((one) => one && labels[one.key]?.nickname);
    const text = [...Object.values({ ...records[index] }), ...nicknames].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function Line({ handOut }: { handOut: HandOut }) {
  const { account, tenant } = whose(handOut, useSlice('accounts'), useSlice('tenants'));
  const ago = useNow((now) => formatAgo(handOut.at, now));
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
      <span className={styles.activityText}>{askerLabel(handOut)}</span>
      <span className={styles.activityText}>
        <Called labelKey={account?.key} name={handOut.username} /> · tenant{' '}
        <Called labelKey={tenant?.key} name={tenant?.displayName ?? handOut.tenantId} />
      </span>
      <span className={styles.activityText}>
        {handOut.context === undefined ? 'Expires ' : `Context ${handOut.context} · expires `}
        {formatDateTime(handOut.expiresAt)}
      </span>
    </li>
  );
}

/** The account and the tenant of a hand-out, as far as they are still there. */
function whose(
  { username, tenantId }: HandOut,
  accounts: readonly Account[],
  allTenants: readonly Tenant[],
): {
  readonly account: Account | undefined;
  readonly tenant: Tenant | undefined;
} {
  const tenants = allTenants.filter((one) => one.tenantId === tenantId);
  const account = accounts.find((one) => one.username === username);
  const own = tenants.find(({ accountKey }) => accountKey === account?.key);
  return { account, tenant: own ?? tenants[0] };
}
