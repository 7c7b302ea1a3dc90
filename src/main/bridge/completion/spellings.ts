import type { Command } from '../command.ts';
import { globalOptions } from '../global-options.ts';
import type { Option } from '../options.ts';

/** What a word may be completed to, from the command table. */
export interface Spelling {
  readonly command: string;
  readonly summary: string;
  readonly options: readonly Option[];
}

export const spellingsOf = (table: readonly Command[]): readonly Spelling[] =>
  table.map(({ name, summary, options }) => ({
    command: name,
    summary,
    options: [...Object.values(options), ...Object.values(globalOptions)],
  }));

/** Options that take the name of a subscription: those are asked for when they are wanted. */
export const namesSubscription = ({ flags }: Option): boolean => flags.includes('--subscription');

/** Prints the names, one a line. */
export const subscriptionNames = "azimuth account list --all --query '[].name' -o tsv 2>/dev/null";
