import type { Pressed } from '../command-key.ts';
import { holdsCommandKey } from '../command-key.ts';

/** What a key does in the palette. */
export type PaletteStep =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'enter' }
  | { readonly kind: 'copy-token' }
  | { readonly kind: 'copy-id' }
  /** Out of the account or tenant that is looked into. */
  | { readonly kind: 'back' };

interface Place {
  readonly cursor: number;
  readonly count: number;
  /** Whether nothing is typed. */
  readonly empty: boolean;
}

/** How far a page goes. */
const page = 8;

/** Home and End stay with the text; the arrows go round. */
export function paletteStep(
  pressed: Pressed,
  { cursor, count, empty }: Place,
  userAgent: string,
): PaletteStep | undefined {
  const command = holdsCommandKey(pressed, userAgent);
  switch (pressed.key) {
    case 'ArrowDown':
      return { kind: 'move', to: cursor + 1 < count ? cursor + 1 : 0 };
    case 'ArrowUp':
      return { kind: 'move', to: cursor > 0 ? cursor - 1 : count - 1 };
    case 'PageDown':
      return { kind: 'move', to: Math.min(count - 1, cursor + page) };
    case 'PageUp':
      return { kind: 'move', to: Math.max(0, cursor - page) };
    case 'Enter':
      return { kind: command ? 'copy-token' : 'enter' };
    case 'Backspace':
      return empty ? { kind: 'back' } : undefined;
    default:
      return command && pressed.shiftKey && pressed.key.toLowerCase() === 'c'
        ? { kind: 'copy-id' }
        : undefined;
  }
}
