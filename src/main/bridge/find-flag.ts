import type { Option, Options } from './options.ts';

/** What a word of a command line is to argparse. */
export type Flag =
  /** No option: the value of one, or nothing that a command takes. */
  | { readonly kind: 'value' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly word: string; readonly matches: readonly string[] }
  | {
      readonly kind: 'option';
      readonly name: string;
      readonly option: Option;
      /** What was said in the same word: `--output=json`, `-ojson`. */
      readonly inline?: string;
    };

/**
 * Which option a word means, by argparse's rules (`_parse_optional`, https://docs.python.org/3/library/argparse.html):
 * its spelling, a spelling and `=value`, the beginning of a long spelling that fits only one, or `-o` with a value at once.
 */
export function findFlag(options: Options, word: string): Flag {
  if (!word.startsWith('-') || word === '-' || word === '--') return { kind: 'value' };
  const spellings = Object.entries(options).flatMap(([name, option]) =>
    option.flags.map((flag) => ({ flag, name, option })),
  );
  const [, start = word, inline] = /^([^=]*)=(.*)$/s.exec(word) ?? [];
  const exact = spellings.find(({ flag }) => flag === word || flag === start);
  if (exact) return optionOf(exact, exact.flag === word ? undefined : inline);
  const beginning = spellings.filter(({ flag }) => flag.startsWith(start));
  if (beginning.length > 1) {
    return { kind: 'ambiguous', word, matches: beginning.map(({ flag }) => flag) };
  }
  const short = spellings.find(({ flag }) => !word.startsWith('--') && flag === word.slice(0, 2));
  if (short) return optionOf(short, word.slice(2));
  if (beginning[0]) return optionOf(beginning[0], inline);
  return /^-\d*\.?\d+$/.test(word) || word.includes(' ') ? { kind: 'value' } : { kind: 'unknown' };
}

const optionOf = (
  { name, option }: { readonly name: string; readonly option: Option },
  inline: string | undefined,
): Flag => ({ kind: 'option', name, option, ...(inline === undefined ? {} : { inline }) });
