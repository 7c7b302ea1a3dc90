import type { Audience } from '../../shared/audience.ts';
import type { AppState, Page } from '../../shared/app-state.ts';
import type { Colour } from '../../shared/colour.ts';
import type { CommandInput, CommandName } from '../../shared/contract.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';

/** What a click outside of the window does. */
export type MenuAct =
  | RunAct
  | { readonly kind: 'copy-token'; readonly target: TokenTarget; readonly audience: Audience }
  /** A token as the settings want it, for the default. */
  | { readonly kind: 'quick-copy' }
  /** Shows the window, at a page of it if one is named. */
  | { readonly kind: 'open'; readonly page?: Page | undefined }
  | { readonly kind: 'quit' };

/** What a shortcut and a task of the system's show. */
export const showPalette: MenuAct = { kind: 'run', name: 'show-palette', input: { shown: true } };

/** Asks about a link, in the window. */
export const openLink = (address: string): MenuAct => ({
  kind: 'run',
  name: 'open-link',
  input: { address },
  open: true,
});

/** The same keys take the palette away again. */
export const togglePalette = ({ wanted }: Pick<AppState, 'wanted'>): MenuAct =>
  wanted.palette ? { kind: 'run', name: 'show-palette', input: { shown: false } } : showPalette;

/** A command of the contract, as the window would send it. */
export type RunAct = {
  readonly [N in CommandName]: {
    readonly kind: 'run';
    readonly name: N;
    readonly input: CommandInput<N>;
    /** Whether the window has something to show about it. */
    readonly open?: true;
  };
}[CommandName];

/** One line of a menu that the system draws, without Electron. */
export type MenuLine =
  | { readonly kind: 'line' }
  /** Only to be read. */
  | { readonly kind: 'text'; readonly label: string; readonly colour?: Colour | undefined }
  | {
      readonly kind: 'act';
      readonly label: string;
      readonly act: MenuAct;
      readonly colour?: Colour | undefined;
      /** Whether it is the chosen one, or switched on, where that is a question. */
      readonly chosen?: boolean | undefined;
    }
  | {
      readonly kind: 'menu';
      readonly label: string;
      readonly lines: readonly MenuLine[];
      readonly colour?: Colour | undefined;
    };

/** What fits into a menu; longer names end in an ellipsis. */
const longest = 64;

export const shorten = (text: string, length = longest): string => {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
};

/** Groups of lines with a line between any two that are not empty. */
export function inGroups(...groups: readonly (readonly MenuLine[])[]): readonly MenuLine[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ kind: 'line' } as const, ...group]));
}
