import type { CommandLine } from './terminal.ts';
import type { Word } from './split-command-line.ts';
import { splitCommandLine } from './split-command-line.ts';
import { wholeNumber } from './whole-number.ts';

/** What `azimuth.cmd` sends, by the names of its variables in small letters. */
export type ClientVariables = ReadonlyMap<string, string>;

/**
 * The body of a step: what `cmd /u /c set azimuth` prints, which are the variables of the client and those that a person has
 * set for us, a line each, in UTF-16.
 */
export function readVariables(body: Buffer): ClientVariables {
  const lines = body.toString('utf16le').split('\r\n');
  return new Map(
    lines.flatMap((line) => {
      const end = line.indexOf('=');
      return end < 0 ? [] : [[line.slice(0, end).toLowerCase(), line.slice(end + 1)] as const];
    }),
  );
}

/** The command line, and its words with their places: the client can cut its line there. */
export interface WindowsCommand {
  readonly line: CommandLine;
  readonly places: readonly Word[];
}

export function readCommand(variables: ClientVariables): WindowsCommand {
  const places = splitCommandLine(variables.get('azimuth.line') ?? '');
  const folder = variables.get('azimuth.folder');
  const context = variables.get('azimuth_context');
  const path = variables.get('azimuth.path');
  const names = variables.get('azimuth.set')?.split(' ').filter(Boolean);
  const clientPid = wholeNumber(variables.get('azimuth.self'));
  return {
    places,
    line: {
      words: places.map(({ text }) => text),
      name: variables.get('azimuth.name') === 'az' ? 'az' : 'azimuth',
      // A batch file can't tell whether its output goes to a console.
      colour: false,
      spent: wholeNumber(variables.get('azimuth_spent')) ?? 0,
      ...(folder === undefined ? {} : { folder }),
      ...(context === undefined ? {} : { context }),
      ...(variables.get('azimuth.person') === 'yes' ? { hasPerson: true } : {}),
      ...(clientPid === undefined ? {} : { clientPid }),
      ...(path === undefined ? {} : { path }),
      ...(names === undefined ? {} : { variables: names }),
    },
  };
}

/** The line that was typed: as it is, or, where it was not to be shown, as PowerShell passes it on. */
export function readTyped(variables: ClientVariables): string {
  const hidden = variables.get('azimuth.hidden');
  if (hidden !== undefined) return Buffer.from(hidden, 'base64').toString('utf16le');
  return variables.get('azimuth.typed') ?? '';
}
