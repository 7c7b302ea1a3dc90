import { askerLabel } from '../../shared/activity.ts';
import type { AppState, HandOut } from '../../shared/app-state.ts';
import { audienceLabel } from '../../shared/audience.ts';
import type { ReachedPlace } from '../../shared/context.ts';
import { formatSpan, formatTime, problemTitles } from '../../shared/format.ts';
import type { Problem, Remedy } from '../../shared/problem.ts';
import type { ShortcutName } from '../../shared/shortcut.ts';
import { shortcutWords } from '../../shared/shortcut.ts';
import type { TokenForm } from '../../shared/token-form.ts';
import { tokenFormNames } from '../../shared/token-form.ts';
import type { MenuAct } from './menu-line.ts';
import { showPalette } from './menu-line.ts';
import { signInAct } from './sign-in-act.ts';
import { namedPlace } from './where-you-point.ts';

/** What the system says while nobody may be looking at the window. */
export interface SystemNotification {
  readonly title: string;
  readonly body: string;
  /** What a click does; shows the window unless said. */
  readonly act?: MenuAct | undefined;
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
  return isNew && last.surface === 'palette' ? [copiedNotification(after, last)] : [];
}

/** A token is on the clipboard: what it is for, whose, and for how long. */
export function copiedNotification(
  state: AppState,
  issued: Pick<HandOut, 'audience' | 'expiresAt' | keyof ReachedPlace>,
  form: TokenForm = 'token',
): SystemNotification {
  const { audience, expiresAt } = issued;
  const { subscription, tenant, account } = namedPlace(state, issued);
  const place = [subscription, tenant, account].filter((name) => name !== undefined).join(' · ');
  const stays = formatSpan(state.settings.clipboardSeconds * 1_000);
  const also = form === 'token' ? '' : `, as ${tokenFormNames[form]}`;
  return {
    title: `Token for ${audienceLabel(audience)} copied${also}`,
    body: `${place}\nValid until ${formatTime(expiresAt)}. It leaves the clipboard after ${stays}.`,
  };
}

/**
 * Why something did not work that was asked for outside of the window. A click is the remedy, as far as one is; nothing opens
 * without it.
 *
 * @param again what was asked for
 */
export function problemNotification(problem: Problem, again?: MenuAct): SystemNotification {
  const { kind, message, remedy } = problem;
  const click = remedy && clickFor(remedy, again);
  return {
    title: problemTitles[kind],
    body: click ? `${message}\n${click.words}` : message,
    act: click?.act,
  };
}

function clickFor(
  remedy: Remedy,
  again: MenuAct | undefined,
): { readonly words: string; readonly act: MenuAct } | undefined {
  switch (remedy.kind) {
    case 'sign-in':
      return { words: 'Click to sign in; your browser opens.', act: signInAct(remedy) };
    case 'choose-default':
      return { words: 'Click to choose one.', act: showPalette };
    case 'refresh':
      return {
        words: 'Click to update the list.',
        act: { kind: 'run', name: 'refresh', input: {}, open: true },
      };
    case 'retry':
    case 'check-network':
    case 'check-clock':
      return again && { words: 'Click to try again.', act: again };
    case 'replace-credential':
    case 'set-up-cloud':
    case 'set-client-id':
    case 'contact-admin':
      return undefined;
  }
}

/** For whoever reads it in a terminal. */
export const inOneText = ({ title, body }: SystemNotification): string => `${title}.\n${body}`;

/** The first time that the app outlives its window: that it does, and how to end it. */
export const stillRunningNotification = ({
  background,
}: Pick<AppState, 'background'>): SystemNotification => ({
  title: 'Azimuth keeps running',
  body: background.trayShown
    ? 'Its icon is in the tray: open it or quit it there. The settings can change that.'
    : 'Start it again to see its window, or end it with: azimuth quit. The settings can change that.',
});

/** Keys of the settings that do nothing: nobody would notice until they are pressed, and something older is pasted. */
export function refusedKeysNotification(name: ShortcutName, keys: string): SystemNotification {
  const { label, command } = shortcutWords[name];
  return {
    title: `${keys} does nothing in Azimuth`,
    body: `The system did not give it the keys for “${label}”. Your desktop can run instead: ${command}\nClick to choose other keys.`,
    act: { kind: 'open', page: 'settings' },
  };
}
