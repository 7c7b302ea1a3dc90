import { askerLabel } from '../../shared/activity.ts';
import type { AppState, IssuedToken } from '../../shared/app-state.ts';
import { audienceLabel } from '../../shared/audience.ts';
import { formatSpan, formatTime, problemTitles } from '../../shared/format.ts';
import type { Problem } from '../../shared/problem.ts';
import { namedPlace } from './where-you-point.ts';

/** What the system says while nobody may be looking at the window. */
export interface SystemNotification {
  readonly title: string;
  readonly body: string;
}

type Told = Pick<AppState, 'notices' | 'confirmations' | 'activity'>;

/**
 * New notices that something can be done about right away, and the questions of programs that wait for a production token:
 * each is worth one word outside of the window. While the app is locked nothing of the accounts is told.
 */
export function newNotifications(before: Told, after: AppState): readonly SystemNotification[] {
  const { notices, confirmations, contexts, lock } = after;
  if (lock.kind === 'locked') return [];
  const known = new Set([...before.notices, ...before.confirmations.asked].map(({ id }) => id));
  const due = notices
    .filter(({ id, remedy }) => remedy !== undefined && !known.has(id))
    .map(({ message }) => ({ title: 'Azimuth', body: message }));
  const questions = confirmations.asked
    .filter(({ id, surface }) => surface !== 'window' && !known.has(id))
    .map((asked) => {
      const context = contexts.list.find(({ id }) => id === asked.contextId);
      const name = context ? `“${context.name}”` : 'a production context';
      return {
        title: 'Hand out a token of production?',
        body: `${askerLabel(asked)} waits for a token of ${name}.`,
      };
    });
  return [...due, ...questions, ...copiedInPalette(before, after)];
}

/** The palette is gone by the time that its token is there. */
function copiedInPalette(before: Told, after: AppState): readonly SystemNotification[] {
  const [last] = after.activity;
  const isNew = last !== undefined && last.id !== before.activity[0]?.id;
  if (!isNew || last.surface !== 'palette' || after.token.kind !== 'issued') return [];
  return [copiedNotification(after, after.token.issued)];
}

/** A token is on the clipboard: what it is for, whose, and for how long. */
export function copiedNotification(state: AppState, issued: IssuedToken): SystemNotification {
  const { audience, expiresAt } = issued;
  const { subscription, tenant, account } = namedPlace(state, issued);
  const place = [subscription, tenant, account].filter((name) => name !== undefined).join(' · ');
  const stays = formatSpan(state.settings.clipboardSeconds * 1_000);
  return {
    title: `Token for ${audienceLabel(audience)} copied`,
    body: `${place}\nValid until ${formatTime(expiresAt)}. It leaves the clipboard after ${stays}.`,
  };
}

export const problemNotification = ({ kind, message }: Problem): SystemNotification => ({
  title: problemTitles[kind],
  body: message,
});

/** The first time that the app outlives its window: that it does, and how to end it. */
export const stillRunningNotification = ({
  background,
}: Pick<AppState, 'background'>): SystemNotification => ({
  title: 'Azimuth keeps running',
  body: background.trayShown
    ? 'Its icon is in the tray: open it or quit it there. The settings can change that.'
    : 'Start it again to see its window, or end it with: azimuth quit. The settings can change that.',
});
