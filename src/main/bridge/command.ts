import type { Audience } from '../../shared/audience.ts';
import type { Result } from '../../shared/problem.ts';
import type { TokenForm } from '../../shared/token-form.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Core } from '../core/core.ts';
import type { Store } from '../core/store.ts';
import type { Answer, CliViews } from './cli-views.ts';
import type { Options, Values } from './options.ts';
import type { Pointing } from './pointing.ts';
import type { BecomeProgram, CommandLine, Terminal } from './terminal.ts';

/** What the commands work with. */
export interface CommandDeps {
  readonly store: Pick<Store, 'state' | 'subscribe'>;
  readonly core: Pick<Core, 'run' | 'handOut' | 'grants'>;
  readonly clock: Clock;
  readonly views: CliViews;
  /** Whether this host can open a browser at all; without one, `login` uses a device code. */
  readonly hasBrowser: boolean;
  /** The file by which clients find us, in a folder that is for it alone. */
  readonly foundAt: string;
  /** Asks an address of a cloud for anything at all, and says why there is no answer. */
  readonly reach: (address: string) => Promise<string | undefined>;
  /** Puts a token for the default on the clipboard, where there is one, and answers with the words about it. */
  readonly copyToken: (wanted: {
    readonly audience?: Audience | undefined;
    readonly form?: TokenForm | undefined;
  }) => Promise<Result<string>>;
  /** Shows the palette, where there is a desktop. */
  readonly showPalette: () => Promise<Result<unknown>>;
  /** Ends the program, as its own way out does. */
  readonly end: () => void;
}

export interface CommandContext extends CommandDeps {
  readonly line: CommandLine;
  readonly terminal: Pick<Terminal, 'err' | 'ask' | 'askOpenly' | 'signal'>;
  /** Where the command points; for one that does not look, the default. */
  readonly pointing: Pointing;
  /** The words of the program that follow `--`, for a command that takes one. */
  readonly following: readonly string[];
}

/** How a command ended. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      /** The exit code, where the answer is no good news. */
      readonly exit?: number;
      /** What a person reads where no format is asked for. */
      readonly text?: string;
    }
  /** Goes to stdout as it is, whatever format is asked for. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }
  /** The client goes on as the program that follows `--`. */
  | { readonly kind: 'become'; readonly program: BecomeProgram }
  /** Goes to stderr after `ERROR: `; the exit code is 1. */
  | { readonly kind: 'failure'; readonly message: string };

/** One row of the command table. */
export interface Command<O extends Options = Options> {
  /** Such as `account show`. */
  readonly name: string;
  /** Whether the shim answers it under the name `az`; its list of such commands is in src/cli/azimuth.sh. */
  readonly az?: true;
  readonly summary: string;
  readonly options: O;
  /** The option that a word right behind the name stands for, without its flag. */
  readonly argument?: keyof O & string;
  /** Whether it points where the shell and the folder say. It is refused where they make no sense. */
  readonly points?: true;
  /** Whether it runs while the app is locked; those that say nothing don't. */
  readonly whileLocked?: boolean;
  /** Whether a program with its own arguments follows after `--`. */
  readonly takesProgram?: boolean;
  readonly run: (values: Values<O>, context: CommandContext) => Promise<Outcome>;
}

/** A row whose `run` gets the values that its own options name. */
export const command = <const O extends Options>(row: Command<O>): Command =>
  row as unknown as Command;

export const nothing: Outcome = { kind: 'nothing' };

export const answer = (value: Answer): Outcome => ({ kind: 'answer', answer: value });

export const failure = (message: string): Outcome => ({ kind: 'failure', message });
