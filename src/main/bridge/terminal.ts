/** The other end: a person's or a program's terminal. What is written arrives in the order of each stream. */
export interface Terminal {
  out(text: string): void;
  /** Shown at once, while the command goes on. */
  err(text: string): void;
  /** Makes the client become the program that follows its own words, with these variables in its environment. */
  become(program: BecomeProgram): void;
  /** Asks the person for a line that nobody else should read; empty when there is nobody to type it. */
  ask(prompt: string): Promise<string>;
  /** The same for a line that the terminal shows as it is typed. */
  askOpenly(prompt: string): Promise<string>;
  /** Aborted when the one who asked has gone. */
  readonly signal: AbortSignal;
}

export type ProgramName = 'azimuth' | 'az';

/** What `azimuth run` turns its client into. The program and its arguments never leave the client's own shell. */
export interface BecomeProgram {
  /** How many of the client's words come before the program. */
  readonly skip: number;
  readonly environment: readonly (readonly [name: string, value: string])[];
}

/** A command line with what the client says of where it was typed. */
export interface CommandLine {
  readonly words: readonly string[];
  /** The name under which we were called: ours, or that of the program whose place we take. */
  readonly name: ProgramName;
  /** Whether what we print goes to a terminal. */
  readonly colour: boolean;
  /** The process of the client itself. */
  readonly clientPid?: number;
  /** The program that ran the client, such as `terraform`, where the platform tells. */
  readonly program?: string;
  /** The folder in which it was typed, which names of files start from. */
  readonly folder?: string;
  /** The AZIMUTH_CONTEXT variable of the terminal. */
  readonly context?: string;
  /** Whether somebody sits there who can answer a question; else a program waits for us. */
  readonly hasPerson?: boolean;
  /** The process that ran the client. */
  readonly pid?: number;
  /** PATH, and the names of all variables, where the command is about them. */
  readonly path?: string;
  readonly variables?: readonly string[];
  /** The TZ variable of the terminal. */
  readonly timeZone?: string;
  /** Milliseconds that have passed since the client was started: it may have had to start us. */
  readonly spent: number;
}

/** Interprets one command line. The answer is the exit code; it does not reject. */
export type Interpret = (line: CommandLine, terminal: Terminal) => Promise<number>;
