import type { AppState, Notice } from '../../shared/app-state.ts';
import { accountLabel, formatDate, formatTime } from '../../shared/format.ts';
import type { Account } from '../../shared/model.ts';
import type { SessionEnd } from '../../shared/session-health.ts';
import { nextSessionChange, sessionEndNear } from '../../shared/session-health.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './store.ts';

const noticeIdOf = (accountKey: string): string => `session-end ${accountKey}`;

const day = 24 * 60 * 60 * 1_000;

/**
 * Says once, ahead of time, that a tenant will want a fresh sign-in. The notice goes with the sign-in, with the account,
 * and with the end itself, which the tenant tells on its own.
 */
export function warnOfSessionEnd(
  store: Store,
  clock: Clock,
): { readonly look: () => void; readonly stop: () => void } {
  const told = new Map<string, number>();
  let cancelTimer: (() => void) | undefined;

  const look = (): void => {
    cancelTimer?.();
    const now = clock.now();
    const { accounts } = store.state();
    const near = new Map(accounts.map((account) => [account.key, sessionEndNear(account, now)]));
    for (const [key, endsAt] of told) {
      if (near.get(key)?.endsAt === endsAt) continue;
      told.delete(key);
      store.apply({ kind: 'notice-dismissed', noticeId: noticeIdOf(key) });
    }
    for (const account of accounts) {
      const end = near.get(account.key);
      if (!end || told.has(account.key)) continue;
      told.set(account.key, end.endsAt);
      store.apply({ kind: 'noticed', notice: endNotice(store.state(), account, end, now) });
    }
    const next = nextSessionChange(accounts, now);
    // A timer holds 24 days at most; later ones are set again by whoever looks before.
    cancelTimer = next === undefined ? undefined : clock.after(Math.min(next - now, day), look);
  };

  return { look, stop: () => cancelTimer?.() };
}

function endNotice(
  { tenants }: AppState,
  account: Account,
  { tenantId, endsAt }: SessionEnd,
  now: number,
): Notice {
  const tenant = tenants.find((one) => one.accountKey === account.key && one.tenantId === tenantId);
  const when = endsAt - now < day ? `at ${formatTime(endsAt)}` : `on ${formatDate(endsAt)}`;
  return {
    id: noticeIdOf(account.key),
    tone: 'info',
    message: `${tenant?.displayName ?? tenantId} will want a fresh sign-in from ${accountLabel(account)} ${when}. Sign in before then, and nothing is interrupted.`,
    remedy: { kind: 'sign-in', accountKey: account.key, tenantId },
  };
}
