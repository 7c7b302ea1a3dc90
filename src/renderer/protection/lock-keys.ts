import { isMac } from '../is-mac.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Ctrl+L, or Cmd+L on a Mac, and no other key with it. */
export function isLockShortcut(pressed: Pressed, userAgent: string): boolean {
  const [wanted, other] = isMac(userAgent)
    ? [pressed.metaKey, pressed.ctrlKey]
    : [pressed.ctrlKey, pressed.metaKey];
  return (
    wanted && !other && !pressed.shiftKey && !pressed.altKey && pressed.key.toLowerCase() === 'l'
  );
}

export const lockKeys = (userAgent: string): string => (isMac(userAgent) ? '⌘L' : 'Ctrl+L');
