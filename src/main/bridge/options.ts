/** One option of a command: how it is spelled, and what it takes. */
export interface Option {
  /** `flag` takes nothing, `text` one value, `texts` one or more, or none where `mayBeEmpty`; what is said last counts. */
  readonly kind: 'flag' | 'text' | 'texts';
  /** All spellings, `--long` and `-s`. */
  readonly flags: readonly string[];
  readonly help: string;
  /** The values that it may have, whatever the letters' case. */
  readonly choices?: readonly string[];
  /** What its value names, where that is something of the list: completion offers those. */
  readonly names?: 'subscription' | 'context';
  readonly required?: true;
  readonly mayBeEmpty?: true;
}

export type Options = Readonly<Record<string, Option>>;

type Value<O extends Option> = Option extends O
  ? boolean | string | readonly string[] | undefined
  : O['kind'] extends 'flag'
    ? boolean
    : O['kind'] extends 'texts'
      ? readonly string[]
      : O extends { readonly required: true }
        ? string
        : string | undefined;

/** The values of options, by the names of their table. */
export type Values<O extends Options> = { readonly [K in keyof O]: Value<O[K]> };

/** The spellings of an option as argparse names it: `--output/-o`. */
export const spelled = ({ flags }: Option): string => flags.join('/');
