import { isMac } from './is-mac.ts';

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether Ctrl, or Cmd on a Mac, is held, and not the other one nor Alt. */
export function holdsCommandKey(pressed: Pressed, userAgent: string): boolean {
  const { ctrlKey, metaKey, altKey } = pressed;
  return !altKey && (isMac(userAgent) ? metaKey && !ctrlKey : ctrlKey && !metaKey);
}

/** Ctrl or Cmd with this letter, and no other key with it. */
export const isCommandKey = (letter: string, pressed: Pressed, userAgent: string): boolean =>
  holdsCommandKey(pressed, userAgent) &&
  !pressed.shiftKey &&
  pressed.key.toLowerCase() === letter.toLowerCase();

/** The keys as they stand on the keyboard: `⇧⌘C`, or `Ctrl+Shift+C`. */
export function commandKeys(key: string, userAgent: string, shift = false): string {
  if (isMac(userAgent)) return `${shift ? '⇧' : ''}⌘${key}`;
  return `Ctrl+${shift ? 'Shift+' : ''}${key}`;
}
