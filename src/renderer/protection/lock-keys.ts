import type { Pressed } from '../command-key.ts';
import { commandKeys, isCommandKey } from '../command-key.ts';

/** Ctrl+L, or Cmd+L on a Mac, and no other key with it. */
export const isLockShortcut = (pressed: Pressed, userAgent: string): boolean =>
  isCommandKey('l', pressed, userAgent);

export const lockKeys = (userAgent: string): string => commandKeys('L', userAgent);
