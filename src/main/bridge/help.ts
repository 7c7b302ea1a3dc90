import type { Command } from './command.ts';
import type { Options } from './options.ts';
import { globalOptions } from './global-options.ts';

/** The help of one command. */
export function commandHelp(program: string, command: Command): string {
  const { name, summary, options } = command;
  const own = optionLines(options);
  return [
    `Usage: ${program} ${name}${argumentOf(command)}${own.length > 0 ? ' [options]' : ''}`,
    '',
    summary,
    ...(own.length > 0 ? ['', 'Options:', ...own] : []),
    '',
    'Global options:',
    ...optionLines(globalOptions),
    '',
  ].join('\n');
}

/** The word that may stand right behind the name. */
function argumentOf({ argument, options }: Command): string {
  const option = argument === undefined ? undefined : options[argument];
  if (!option) return '';
  return option.required ? ` ${valueName(option)}` : ` [${valueName(option)}]`;
}

/** The help of a group such as `account`, or of everything. */
export function groupHelp(program: string, group: string, commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `Usage: ${program} ${group === '' ? '' : `${group} `}<command> [options]`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    `Help of one command: ${program} ${commands.at(0)?.name ?? '<command>'} --help`,
    '',
  ].join('\n');
}

function optionLines(options: Options): string[] {
  const rows = Object.values(options).map((option) => ({
    spelling: `${option.flags.join(' ')}${option.kind === 'flag' ? '' : ` ${valueName(option)}`}`,
    text: `${option.help}${option.required ? ' [Required]' : ''}${
      option.choices ? ` Allowed values: ${option.choices.join(', ')}.` : ''
    }`,
  }));
  const width = Math.max(0, ...rows.map(({ spelling }) => spelling.length));
  return rows.map(({ spelling, text }) => `  ${spelling.padEnd(width)}  ${text}`);
}

/** `--resource-type` takes a `RESOURCE_TYPE`. */
const valueName = ({ flags }: { readonly flags: readonly string[] }): string =>
  (flags[0] ?? '').replace(/^--/, '').replaceAll('-', '_').toUpperCase();
