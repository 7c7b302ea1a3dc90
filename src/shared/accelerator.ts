import { z } from 'zod';

/**
 * A combination of keys as Electron words it: modifiers in one order, then one key, such as `Control+Alt+C`.
 * https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators
 */
const modifiers = ['Control', 'Alt', 'Shift', 'Super', 'Command'] as const;

type Modifier = (typeof modifiers)[number];

/** Electron's names of keys that are no letter, digit or function key, by what the browser calls them (`KeyboardEvent.code`). */
const namedKeys: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Return',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

const isFunctionKey = (key: string): boolean => /^F([1-9]|1\d|2[0-4])$/.test(key);

const isKey = (key: string): boolean =>
  /^[A-Z0-9]$/.test(key) || isFunctionKey(key) || Object.values(namedKeys).includes(key);

/** What a person presses while they write stays theirs: without Shift, a function key may stand alone; all else may not. */
const reachesBeyondTyping = (held: readonly string[], key: string): boolean =>
  held.some((one) => one !== 'Shift') || isFunctionKey(key);

export const acceleratorSchema = z
  .string()
  .max(64)
  .refine((text) => {
    const held = text.split('+');
    const key = held.pop() ?? '';
    const inOrder = modifiers.filter((one) => held.includes(one));
    return isKey(key) && held.join() === inOrder.join() && reachesBeyondTyping(held, key);
  }, 'These keys can’t be a shortcut.');

/** Of the browser's `KeyboardEvent`. */
export interface Pressed {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

export type Recorded =
  /** Only modifiers so far. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'unusable'; readonly why: string }
  | { readonly kind: 'accelerator'; readonly accelerator: string };

/** What keys held at once are as a shortcut. */
export function recordKeys(pressed: Pressed, isMac: boolean): Recorded {
  if (['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS'].includes(pressed.key)) {
    return { kind: 'incomplete' };
  }
  const key = keyOf(pressed);
  if (key === undefined) return { kind: 'unusable', why: 'This key can’t be part of a shortcut.' };
  const held = heldIn(pressed, isMac);
  if (!reachesBeyondTyping(held, key)) {
    const [first, second] = isMac ? ['Control', 'Command'] : ['Ctrl', 'Alt'];
    return { kind: 'unusable', why: `Hold ${first} or ${second} as well.` };
  }
  return { kind: 'accelerator', accelerator: [...held, key].join('+') };
}

function heldIn(pressed: Pressed, isMac: boolean): readonly Modifier[] {
  const meta = isMac ? 'Command' : 'Super';
  const isHeld: Readonly<Record<Modifier, boolean>> = {
    Control: pressed.ctrlKey,
    Alt: pressed.altKey,
    Shift: pressed.shiftKey,
    Super: pressed.metaKey && meta === 'Super',
    Command: pressed.metaKey && meta === 'Command',
  };
  return modifiers.filter((one) => isHeld[one]);
}

/** A letter is what the layout makes of the key where that is a plain one, as the desktop will see it. */
function keyOf({ code, key }: Pressed): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const onBoard = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  return onBoard ?? (isFunctionKey(code) ? code : namedKeys[code]);
}

const macSigns: Readonly<Record<Modifier, string>> = {
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Super: '⌘',
  Command: '⌘',
};

/** As people of the system know the keys: `Ctrl+Alt+C`, on a Mac `⌃⌥C`. */
export function acceleratorLabel(accelerator: string, isMac: boolean): string {
  const parts = accelerator.split('+');
  if (isMac)
    return parts.map((part) => (part in macSigns ? macSigns[part as Modifier] : part)).join('');
  return parts.map((part) => (part === 'Control' ? 'Ctrl' : part)).join('+');
}
