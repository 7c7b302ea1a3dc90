import { findFlag } from './find-flag.ts';
import type { Option, Options, Values } from './options.ts';
import { spelled } from './options.ts';
import { suggestion } from './suggestion.ts';

export type Parsed<O extends Options> =
  | { readonly kind: 'values'; readonly values: Values<O> }
  /** Sentences in argparse's words, which Azure CLI uses. */
  | { readonly kind: 'complaint'; readonly complaint: string };

type Read = { readonly read: readonly string[] | undefined } | { readonly complaint: string };

/**
 * Reads options as Azure CLI (argparse) does: `-o json`, `-o=json`, `-ojson`, `--output=json`, `--out json`, `--scope A B`.
 *
 * @param place what the command is called, for complaints that name it
 */
export function parseOptions<const O extends Options>(
  options: O,
  words: readonly string[],
  place: string,
): Parsed<O> {
  const found = new Map<string, readonly string[]>();
  const strange: string[] = [];
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  for (let at = 0; at < end;) {
    const word = words[at] ?? '';
    const flag = findFlag(options, word);
    at += 1;
    if (flag.kind === 'ambiguous') {
      return complain(`ambiguous option: ${word} could match ${flag.matches.join(', ')}`);
    }
    if (flag.kind !== 'option') {
      strange.push(word);
      continue;
    }
    const following = words.slice(at, end);
    const stop = following.findIndex((one) => findFlag(options, one).kind !== 'value');
    const free = stop < 0 ? following : following.slice(0, stop);
    const given = valuesOf(flag.option, flag.inline, free, place);
    if ('complaint' in given) return complain(given.complaint);
    if (flag.inline === undefined) at += given.read?.length ?? 0;
    found.set(flag.name, given.read ?? []);
  }
  return check(options, found, [...strange, ...words.slice(end)]);
}

/** The values that one mention of an option takes, of those that follow it. */
function valuesOf(
  option: Option,
  inline: string | undefined,
  free: readonly string[],
  place: string,
): Read {
  if (option.kind === 'flag') {
    if (inline === undefined) return { read: undefined };
    return { complaint: `argument ${spelled(option)}: ignored explicit argument '${inline}'` };
  }
  const taken =
    inline === undefined ? free.slice(0, option.kind === 'text' ? 1 : undefined) : [inline];
  if (taken.length === 0 && option.mayBeEmpty !== true) {
    const one = option.kind === 'text' ? 'one argument' : 'at least one argument';
    return { complaint: `argument ${spelled(option)}: expected ${one}` };
  }
  const { choices } = option;
  if (!choices) return { read: taken };
  const chosen = taken.map((value) => choices.find((one) => one === value.toLowerCase()) ?? value);
  const wrong = chosen.find((value) => !choices.includes(value));
  if (wrong === undefined) return { read: chosen };
  const complaint = `${place}: '${wrong}' is not a valid value for '${option.flags[0] ?? ''}'. Allowed values: ${choices.join(', ')}.`;
  return { complaint: complaint + suggestion(wrong, choices) };
}

function check<O extends Options>(
  options: O,
  found: ReadonlyMap<string, readonly string[]>,
  strange: readonly string[],
): Parsed<O> {
  const table = Object.entries<Option>(options);
  const missing = table.filter(([name, { required }]) => required && !found.has(name));
  if (missing.length > 0) {
    const names = missing.map(([, option]) => spelled(option)).join(', ');
    return complain(`the following arguments are required: ${names}`);
  }
  if (strange.length > 0) return complain(`unrecognized arguments: ${strange.join(' ')}`);
  const values = table.map(([name, { kind }]) => {
    const texts = found.get(name);
    if (kind === 'flag') return [name, texts !== undefined];
    return [name, kind === 'text' ? texts?.[0] : (texts ?? [])];
  });
  return { kind: 'values', values: Object.fromEntries(values) as Values<O> };
}

const complain = (
  complaint: string,
): { readonly kind: 'complaint'; readonly complaint: string } => ({
  kind: 'complaint',
  complaint,
});
