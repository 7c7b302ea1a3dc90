import type { Command } from './command.ts';
import { commandTable } from './command-table.ts';
import { findFlag } from './find-flag.ts';
import { globalOptions } from './global-options.ts';

export type FoundCommand =
  | { readonly kind: 'command'; readonly command: Command; readonly rest: readonly string[] }
  | { readonly kind: 'group'; readonly group: string; readonly commands: readonly Command[] }
  | { readonly kind: 'version' }
  /** A word that means nothing in its group, with those that do. */
  | {
      readonly kind: 'unknown';
      readonly group: string;
      readonly word: string;
      readonly known: readonly string[];
    };

/** Which command the leading words name; what follows are its options, and so are options that stand before it. */
export function findCommand(typed: readonly string[]): FoundCommand {
  if (typed[0] === '--version' || typed[0] === '-v') return { kind: 'version' };
  const ahead = optionsAhead(typed);
  const words = [...typed.slice(ahead), ...typed.slice(0, ahead)];
  const firstOption = words.findIndex((word) => word.startsWith('-'));
  const leading = firstOption < 0 ? words : words.slice(0, firstOption);
  for (let length = leading.length; length > 0; length -= 1) {
    const name = leading.slice(0, length).join(' ');
    const command = commandTable.find((row) => row.name === name);
    if (command) return { kind: 'command', command, rest: words.slice(length) };
  }
  const group = leading.join(' ');
  const commands = within(leading);
  if (commands.length > 0) return { kind: 'group', group, commands };
  const at = leading.findIndex((_, index) => within(leading.slice(0, index + 1)).length === 0);
  const above = leading.slice(0, at);
  const known = new Set(within(above).map(({ name }) => name.split(' ')[at] ?? ''));
  return { kind: 'unknown', group: above.join(' '), word: leading[at] ?? '', known: [...known] };
}

const within = (group: readonly string[]): readonly Command[] =>
  commandTable.filter(({ name }) => group.every((word, at) => name.split(' ')[at] === word));

/** How many words stand before the command: global options and their values. */
function optionsAhead(words: readonly string[]): number {
  let at = 0;
  while (words[at]?.startsWith('-') === true) {
    const flag = findFlag(globalOptions, words[at] ?? '');
    const takesNext =
      flag.kind === 'option' && flag.option.kind === 'text' && flag.inline === undefined;
    at += takesNext ? 2 : 1;
  }
  return Math.min(at, words.length);
}
