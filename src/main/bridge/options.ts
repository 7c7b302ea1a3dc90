import { parseArgs } from 'node:util';

/** One option of a command: how it is spelled, and what it takes. */
export interface Option {
  /** `flag` takes nothing, `text` one value (the last one counts), `texts` one or more, and may be repeated. */
  readonly kind: 'flag' | 'text' | 'texts';
  /** All spellings, `--long` and `-s`. */
  readonly flags: readonly string[];
  readonly help: string;
  /** The values that it may have, whatever the letters' case. */
  readonly choices?: readonly string[];
  readonly required?: true;
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

export type Parsed<O extends Options> =
  | { readonly ok: true; readonly values: Values<O> }
  /** One sentence in argparse's words, which Azure CLI uses. */
  | { readonly ok: false; readonly complaint: string };

/**
 * Reads options in all spellings that Azure CLI (argparse) takes: `-o json`, `-o=json`, `-ojson`, `--output json`,
 * `--output=json`, and `--scope A B`.
 */
export function parseOptions<const O extends Options>(
  options: O,
  words: readonly string[],
): Parsed<O> {
  const table = Object.entries<Option>(options);
  const byFlag = new Map(table.flatMap(([name, option]) => option.flags.map((f) => [f, name])));
  const found = new Map<string, string[]>();
  let open: string[] | undefined;

  for (const token of tokensOf(table, words)) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      if (!open) return complain(`unrecognized arguments: ${token.value}`);
      open.push(token.value);
      continue;
    }
    const name = byFlag.get(token.rawName);
    const option = name === undefined ? undefined : options[name];
    if (name === undefined || !option) return complain(`unrecognized arguments: ${token.rawName}`);
    open = undefined;
    if (option.kind === 'flag') {
      if (token.value !== undefined) {
        return complain(`argument ${spelled(option)}: ignored explicit argument '${token.value}'`);
      }
      found.set(name, []);
      continue;
    }
    const value = valueOf(token);
    if (value === undefined) {
      const one = option.kind === 'text' ? 'one argument' : 'at least one argument';
      return complain(`argument ${spelled(option)}: expected ${one}`);
    }
    const chosen = option.choices?.find((choice) => choice === value.toLowerCase()) ?? value;
    const values = option.kind === 'texts' ? [...(found.get(name) ?? []), chosen] : [chosen];
    found.set(name, values);
    if (option.kind === 'texts') open = values;
  }
  return check(options, table, found);
}

function check<O extends Options>(
  options: O,
  table: readonly [string, Option][],
  found: ReadonlyMap<string, readonly string[]>,
): Parsed<O> {
  const missing = table.filter(([name, { required }]) => required && !found.has(name));
  if (missing.length > 0) {
    const names = missing.map(([, option]) => spelled(option)).join(', ');
    return complain(`the following arguments are required: ${names}`);
  }
  for (const [name, values] of found) {
    const wrong = values.find((value) => options[name]?.choices?.includes(value) === false);
    const { choices = [], flags = [] } = options[name] ?? {};
    if (wrong !== undefined) {
      return complain(
        `'${wrong}' is not a valid value for '${flags[0] ?? ''}'. Allowed values: ${choices.join(', ')}.`,
      );
    }
  }
  const values = table.map(([name, { kind }]) => {
    const texts = found.get(name);
    if (kind === 'flag') return [name, texts !== undefined];
    return [name, kind === 'text' ? texts?.[0] : (texts ?? [])];
  });
  return { ok: true, values: Object.fromEntries(values) as Values<O> };
}

const complain = (complaint: string): { readonly ok: false; readonly complaint: string } => ({
  ok: false,
  complaint,
});

export const spelled = ({ flags }: Option): string => flags.join('/');

/** Node's reader tells words from options; which are allowed, and what they mean, is decided above. */
function tokensOf(table: readonly [string, Option][], words: readonly string[]) {
  const spellings = table.flatMap(([name, { kind, flags }]) => {
    const type = kind === 'flag' ? ('boolean' as const) : ('string' as const);
    return flags.map((flag, index) =>
      flag.startsWith('--')
        ? [flag.slice(2), { type }]
        : [`${name} ${index}`, { type, short: flag.slice(1) }],
    );
  });
  return parseArgs({
    args: [...words],
    options: Object.fromEntries(spellings) as Record<string, { type: 'boolean' | 'string' }>,
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** Argparse takes `-o=json`, and takes no word that looks like an option for a value. */
function valueOf({ rawName, value, inlineValue }: OptionToken): string | undefined {
  if (value === undefined) return undefined;
  if (inlineValue) return rawName.startsWith('--') ? value : value.replace(/^=/, '');
  return value.length > 1 && value.startsWith('-') ? undefined : value;
}
