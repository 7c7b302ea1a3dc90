import type { OutputFormat, Query } from './cli-views.ts';
import { succeed } from '../../shared/problem.ts';
import { outputFormats } from './cli-views.ts';
import type { Command, CommandDeps, Outcome } from './command.ts';
import { failure } from './command.ts';
import { findCommand } from './find-command.ts';
import { findFlag } from './find-flag.ts';
import { globalOptions } from './global-options.ts';
import { commandHelp, groupHelp } from './help.ts';
import { parseOptions } from './parse-options.ts';
import { pointedContext } from './pointed-context.ts';
import { suggestion } from './suggestion.ts';
import type { CommandLine, Interpret, Terminal } from './terminal.ts';
import { versionText } from './versions.ts';

/** Exit codes as Azure CLI has them: 1 for a command that failed, 2 for a command line that can't be understood. */
const exitCodes = { done: 0, failed: 1, misused: 2 } as const;

/** The one interpreter of command lines, whatever client they come through. */
export function createInterpreter(
  deps: CommandDeps & { readonly failed: (command: string, error: unknown) => void },
): Interpret {
  return async (line, terminal) => {
    const { words, name } = line;
    const found = findCommand(words);
    if (found.kind === 'version') {
      terminal.out(versionText(name, deps.store.state().about.version));
      return exitCodes.done;
    }
    if (found.kind === 'group') {
      terminal.out(groupHelp(name, found.group, found.commands));
      return exitCodes.done;
    }
    if (found.kind === 'unknown') {
      const text = `'${found.word}' is misspelled or not recognized by the system.`;
      const help = [name, found.group, '--help'].filter(Boolean).join(' ');
      return misuse(terminal, text + suggestion(found.word, found.known), help);
    }
    const { command, rest } = found;
    const [own, following] = splitAtProgram(command, rest);
    const read = readOptions(command, withArgument(command, own), name, deps);
    if (read.kind === 'misuse') {
      return misuse(terminal, read.complaint, `${name} ${command.name} --help`);
    }
    if (read.kind === 'help') {
      terminal.out(commandHelp(name, command));
      return exitCodes.done;
    }
    if (deps.store.state().lock.kind === 'locked' && command.whileLocked !== true) {
      return print(failure(deps.views.locked), read, line, deps, terminal);
    }
    const quiet = read.onlyShowErrors ? withoutWarnings(terminal) : terminal;
    try {
      const context = await pointedContext(command, read.values, { ...deps, line, following });
      if ('complaint' in context) {
        return print(failure(context.complaint), read, line, deps, terminal);
      }
      const outcome = await command.run(read.values, { ...context, terminal: quiet });
      return print(outcome, read, line, deps, terminal);
    } catch (error) {
      deps.failed(command.name, error);
      terminal.err('ERROR: Something went wrong inside Azimuth. The log has the details.\n');
      return exitCodes.failed;
    }
  };
}

/** What the global options say of the answer. */
interface Wish {
  /** None where the command decides. */
  readonly format: OutputFormat | undefined;
  readonly query: Query | undefined;
}

/** What follows `--` belongs to the program that it names, whatever it looks like. */
function splitAtProgram(
  { takesProgram }: Command,
  words: readonly string[],
): [readonly string[], readonly string[]] {
  const end = takesProgram === true ? words.indexOf('--') : -1;
  return end < 0 ? [words, []] : [words.slice(0, end), words.slice(end + 1)];
}

type Read =
  | { readonly kind: 'help' }
  | { readonly kind: 'misuse'; readonly complaint: string }
  | (Wish & {
      readonly kind: 'values';
      readonly values: Parameters<Command['run']>[0];
      readonly onlyShowErrors: boolean;
    });

function readOptions(
  command: Command,
  words: readonly string[],
  name: string,
  { views }: CommandDeps,
): Read {
  const options = { ...globalOptions, ...command.options };
  if (words.some((word) => asksForHelp(word))) return { kind: 'help' };
  const parsed = parseOptions(options, words, `${name} ${command.name}`);
  if (parsed.kind === 'complaint') return { kind: 'misuse', complaint: parsed.complaint };
  const { values } = parsed;
  const { query: asked, output, onlyShowErrors } = values;
  const query = typeof asked === 'string' ? views.readQuery(asked) : undefined;
  if (asked !== undefined && !query) {
    const complaint = `argument --query: invalid jmespath_type value: '${asked}'\n${views.queryReference}`;
    return { kind: 'misuse', complaint };
  }
  const format = outputFormats.find((one) => one === output);
  return { kind: 'values', values, format, query, onlyShowErrors };
}

function asksForHelp(word: string): boolean {
  const flag = findFlag({ help: globalOptions.help }, word);
  return flag.kind === 'option' && flag.inline === undefined;
}

function misuse(terminal: Terminal, complaint: string, helpCommand: string): number {
  terminal.err(`ERROR: ${complaint}\nHelp: ${helpCommand}\n`);
  return exitCodes.misused;
}

function print(
  outcome: Outcome,
  wish: Wish,
  line: CommandLine,
  deps: CommandDeps,
  terminal: Terminal,
): number {
  const { format, query } = wish;
  switch (outcome.kind) {
    case 'answer': {
      if (format === undefined && !query && outcome.text !== undefined) {
        terminal.out(outcome.text);
        return outcome.exit ?? exitCodes.done;
      }
      const queried = query?.(outcome.answer) ?? succeed(outcome.answer);
      if (!queried.ok) return print(failure(queried.problem.message), wish, line, deps, terminal);
      terminal.out(deps.views.format(queried.value, format ?? 'json', line.colour));
      return outcome.exit ?? exitCodes.done;
    }
    case 'nothing':
      return exitCodes.done;
    case 'text':
      terminal.out(outcome.text);
      return exitCodes.done;
    case 'become':
      terminal.become(outcome.program);
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
