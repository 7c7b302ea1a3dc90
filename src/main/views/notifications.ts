import type { AppState, Notice } from '../../shared/app-state.ts';

/** What the system says while nobody may be looking at the window. */
export interface SystemNotification {
  readonly title: string;
  readonly body: string;
}

/**
 * New notices that something can be done about right away: each is worth one word outside of the window. While the app is
 * locked nothing of the accounts is told.
 */
export function newNotifications(
  before: readonly Notice[],
  { notices, lock }: Pick<AppState, 'notices' | 'lock'>,
): readonly SystemNotification[] {
  if (lock.kind === 'locked') return [];
  const known = new Set(before.map(({ id }) => id));
  return notices
    .filter(({ id, remedy }) => remedy !== undefined && !known.has(id))
    .map(({ message }) => ({ title: 'Azimuth', body: message }));
}
