import type { Command } from '../command.ts';
import { globalOptions } from '../global-options.ts';
import type { Option } from '../options.ts';

/** What a word may be completed to, from the command table. */
export interface Spelling {
  readonly command: string;
  readonly summary: string;
  readonly options: readonly Option[];
  /** What the word right behind the command stands for. */
  readonly argument: Option | undefined;
}

export const spellingsOf = (table: readonly Command[]): readonly Spelling[] =>
  table.map(({ name, summary, options, argument }) => ({
    command: name,
    summary,
    options: [...Object.values(options), ...Object.values(globalOptions)],
    argument: argument === undefined ? undefined : options[argument],
  }));

/** The commands that list what options name; they are asked when the names are wanted. */
const lists = { subscription: 'account list --all', context: 'context list' } as const;

export const listOf = ({ names }: Option): string | undefined => names && lists[names];

/** Prints the names, one a line. */
export function namesPrinted(option: Option): string | undefined {
  const list = listOf(option);
  return list === undefined ? undefined : `azimuth ${list} --query '[].name' -o tsv 2>/dev/null`;
}
