import type { OutputFormat } from './cli-views.ts';
import type { Command, CommandDeps, Outcome } from './command.ts';
import { failure } from './command.ts';
import { commandTable } from './command-table.ts';
import { globalOptions, unsupportedFormats, unsupportedOptions } from './global-options.ts';
import { commandHelp, groupHelp } from './help.ts';
import type { Options } from './options.ts';
import { parseOptions } from './options.ts';
import { pointedContext } from './pointed-context.ts';
import type { Interpret, Terminal } from './terminal.ts';

/** Exit codes as Azure CLI has them: 1 for a command that failed, 2 for a command line that can't be understood. */
const exitCodes = { done: 0, failed: 1, misused: 2 } as const;

/** The one interpreter of command lines, whatever client they come through. */
export function createInterpreter(
  deps: CommandDeps & { readonly failed: (command: string, error: unknown) => void },
): Interpret {
  return async (line, terminal) => {
    const { words } = line;
    const parts = splitWords(words);
    if (parts.kind === 'version') {
      terminal.out(`azimuth ${deps.store.state().about.version}\n`);
      return exitCodes.done;
    }
    if (parts.kind === 'group') {
      terminal.out(groupHelp(parts.group, parts.commands));
      return exitCodes.done;
    }
    if (parts.kind === 'unknown') {
      const text = `'${parts.word}' is misspelled or not recognized by the system.`;
      return misuse(terminal, text, 'azimuth --help');
    }
    const { command, rest } = parts;
    const read = readOptions(command, withArgument(command, rest));
    if (read.kind === 'misuse') {
      return misuse(terminal, read.complaint, `azimuth ${command.name} --help`);
    }
    if (read.kind === 'help') {
      terminal.out(commandHelp(command));
      return exitCodes.done;
    }
    if (deps.store.state().lock.kind === 'locked' && command.whileLocked !== true) {
      return print(failure(deps.views.locked), read.format, deps, terminal);
    }
    const quiet = read.onlyShowErrors ? withoutWarnings(terminal) : terminal;
    try {
      const context = await pointedContext(command, read.values, { ...deps, line });
      if ('complaint' in context)
        return print(failure(context.complaint), read.format, deps, terminal);
      const outcome = await command.run(read.values, { ...context, terminal: quiet });
      return print(outcome, read.format, deps, terminal);
    } catch (error) {
      deps.failed(command.name, error);
      terminal.err('ERROR: Something went wrong inside Azimuth. The log has the details.\n');
      return exitCodes.failed;
    }
  };
}

type Words =
  | { readonly kind: 'command'; readonly command: Command; readonly rest: readonly string[] }
  | { readonly kind: 'group'; readonly group: string; readonly commands: readonly Command[] }
  | { readonly kind: 'version' }
  | { readonly kind: 'unknown'; readonly word: string };

/** Which command the leading words name; what follows are its options. */
function splitWords(words: readonly string[]): Words {
  const firstOption = words.findIndex((word) => word.startsWith('-'));
  const leading = firstOption < 0 ? words : words.slice(0, firstOption);
  if (leading.length === 0 && (words[0] === '--version' || words[0] === '-v')) {
    return { kind: 'version' };
  }
  for (let length = leading.length; length > 0; length -= 1) {
    const name = leading.slice(0, length).join(' ');
    const command = commandTable.find((row) => row.name === name);
    if (command) return { kind: 'command', command, rest: words.slice(length) };
  }
  const group = leading.join(' ');
  const commands = commandTable.filter(({ name }) => group === '' || name.startsWith(`${group} `));
  if (commands.length > 0) return { kind: 'group', group, commands };
  return { kind: 'unknown', word: leading.find((_, at) => !isGroup(leading, at + 1)) ?? '' };
}

const isGroup = (words: readonly string[], length: number): boolean => {
  const group = words.slice(0, length).join(' ');
  return commandTable.some(({ name }) => name.startsWith(`${group} `));
};

type Read =
  | { readonly kind: 'help' }
  | { readonly kind: 'misuse'; readonly complaint: string }
  | {
      readonly kind: 'values';
      readonly values: Parameters<Command['run']>[0];
      readonly format: OutputFormat;
      readonly onlyShowErrors: boolean;
    };

function readOptions(command: Command, words: readonly string[]): Read {
  if (words.includes('--help') || words.includes('-h')) return { kind: 'help' };
  const { output, ...others } = globalOptions;
  const spelled = { ...output, choices: [...output.choices, ...unsupportedFormats] };
  const options: Options = {
    ...command.options,
    ...others,
    ...unsupportedOptions,
    output: spelled,
  };
  const parsed = parseOptions(options, words);
  if (!parsed.ok) return { kind: 'misuse', complaint: parsed.complaint };
  const { values } = parsed;
  if (values['query'] !== undefined) return notYet('--query');
  const asked = values['output'] ?? 'json';
  const format = output.choices.find((choice) => choice === asked);
  if (!format) return notYet(`--output ${String(asked)}`);
  return { kind: 'values', values, format, onlyShowErrors: values['onlyShowErrors'] === true };
}

const notYet = (what: string): Read => ({
  kind: 'misuse',
  complaint: `${what} is not supported by this version of Azimuth.`,
});

function misuse(terminal: Terminal, complaint: string, helpCommand: string): number {
  terminal.err(`ERROR: ${complaint}\nHelp: ${helpCommand}\n`);
  return exitCodes.misused;
}

function print(
  outcome: Outcome,
  format: OutputFormat,
  { views }: CommandDeps,
  terminal: Terminal,
): number {
  switch (outcome.kind) {
    case 'answer':
      terminal.out(views.format(outcome.answer, format));
      return exitCodes.done;
    case 'nothing':
      return exitCodes.done;
    case 'failure':
      terminal.err(`ERROR: ${outcome.message}\n`);
      return exitCodes.failed;
  }
}

/** A word right behind the command's name stands for the value of one of its options. */
function withArgument({ argument, options }: Command, [word, ...rest]: readonly string[]) {
  const flag = argument === undefined ? undefined : options[argument]?.flags[0];
  if (word === undefined) return rest;
  const isWord = word === '-' || !word.startsWith('-');
  return flag !== undefined && isWord ? [`${flag}=${word}`, ...rest] : [word, ...rest];
}

/** `--only-show-errors`: what a person has to do for the command to go on is no warning. */
const withoutWarnings = (
  terminal: Terminal,
): Pick<Terminal, 'err' | 'ask' | 'askOpenly' | 'signal'> => ({
  signal: terminal.signal,
  ask: (prompt) => terminal.ask(prompt),
  askOpenly: (prompt) => terminal.askOpenly(prompt),
  err(text) {
    if (!text.startsWith('WARNING: ')) terminal.err(text);
  },
});
