import type { Question } from './running-command.ts';
import type { BecomeProgram } from './terminal.ts';

/** What of a command's answer is not stdout travels in headers, so that curl can print the body as it comes. */
export interface AnswerFacts {
  readonly stderr: Buffer;
  /** The exit code, or the id under which the rest can be asked for. */
  readonly ending: { readonly exit: number } | { readonly next: string };
  /** The client may wait without end for this body: it is longer than a pipe takes, and its reader may pause. */
  readonly unhurried?: boolean;
  /** The client prints this, reads a line, which it shows only if it may, and sends it as the field `answer`. */
  readonly question?: Question | undefined;
  /** The client becomes the program that follows its own words; with an exit code only. */
  readonly program?: BecomeProgram | undefined;
}

/**
 * Each value ends in a semicolon, because a shell can't easily take off the carriage return that ends a header; stderr is
 * written as `printf %b` reads it (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/printf.html).
 */
export function answerHeaders({
  stderr,
  ending,
  unhurried,
  question,
  program,
}: AnswerFacts): Record<string, string> {
  return {
    'Azimuth-Stderr': `${escapeForShell(stderr)};`,
    ...('exit' in ending
      ? { 'Azimuth-Exit': `${ending.exit};` }
      : { 'Azimuth-Next': `${ending.next};` }),
    ...(unhurried ? { 'Azimuth-Unhurried': 'yes;' } : {}),
    ...(question === undefined
      ? {}
      : {
          'Azimuth-Ask': `${escapeForShell(Buffer.from(question.prompt))};`,
          ...(question.openly ? { 'Azimuth-Openly': 'yes;' } : {}),
        }),
    ...('exit' in ending && program !== undefined ? programHeaders(program) : {}),
  };
}

/** One word for each variable: blanks in it are escaped too, so that the shell can take the header apart. */
function programHeaders({ skip, environment }: BecomeProgram): Record<string, string> {
  const words = environment.map(([name, value]) =>
    escapeForShell(Buffer.from(`${name}=${value}`)).replaceAll(' ', '\\0040'),
  );
  return { 'Azimuth-Become': `${skip};`, 'Azimuth-Environment': `${words.join(' ')};` };
}

/**
 * Letters, digits and plain punctuation stay; every other byte becomes `\0` and three octal digits. A colon or semicolon is
 * never plain, so that no text can look like a field.
 */
function escapeForShell(bytes: Buffer): string {
  return [...bytes]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9 ,./'"_()-]/.test(character)
        ? character
        : `\\0${byte.toString(8).padStart(3, '0')}`;
    })
    .join('');
}
