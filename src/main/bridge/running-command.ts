import { encodeText } from './arguments.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { BecomeProgram, CommandLine, Interpret } from './terminal.ts';

/** What a command has said since it was last asked. Without an exit code it goes on. */
export interface Portion {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly exit: number | undefined;
  /** What the person is asked for now; the command waits for `answer`. */
  readonly question: Question | undefined;
  /** What the client goes on as, once the command has ended. */
  readonly program?: BecomeProgram | undefined;
}

export interface Question {
  readonly prompt: string;
  /** Whether the terminal shows what is typed. */
  readonly openly: boolean;
}

export interface RunningCommand {
  /** Resolves as soon as there is something on stderr, when the command ended, or after a while with nothing. */
  next(): Promise<Portion>;
  /** The line that was typed; without a question it is passed over. */
  answer(line: string): void;
  /** Nobody waits for it any more. */
  abandon(): void;
}

/** Milliseconds after which a client that waits is told that nothing happened yet, so that it knows we are alive. */
const longestSilence = 2_000;

/** Bytes of stderr in one portion, which travels in a header: as octal escapes it grows fivefold at most. */
const stderrAtMost = 4_096;

export function runCommand(interpret: Interpret, line: CommandLine, clock: Clock): RunningCommand {
  const stop = new AbortController();
  let stdout: Buffer[] = [];
  let stderr = Buffer.alloc(0);
  let exit: number | undefined;
  let question: Question | undefined;
  let program: BecomeProgram | undefined;
  let heard: ((line: string) => void) | undefined;
  let wake = (): void => {};

  const ask = (next: Question): Promise<string> =>
    new Promise((resolve) => {
      question = next;
      heard = resolve;
      wake();
    });

  void interpret(line, {
    signal: stop.signal,
    out: (text) => stdout.push(encodeText(text)),
    become: (next) => (program = next),
    err(text) {
      stderr = Buffer.concat([stderr, encodeText(text)]);
      wake();
    },
    ask: (prompt) => ask({ prompt, openly: false }),
    askOpenly: (prompt) => ask({ prompt, openly: true }),
  }).then((code) => {
    exit = code;
    wake();
  });

  const take = (): Portion => {
    const portion = {
      stdout: Buffer.concat(stdout),
      stderr: stderr.subarray(0, stderrAtMost),
      exit: stderr.length > stderrAtMost ? undefined : exit,
      question: stderr.length > stderrAtMost ? undefined : question,
      program,
    };
    if (portion.question !== undefined) question = undefined;
    stdout = [];
    stderr = stderr.subarray(stderrAtMost);
    return portion;
  };

  return {
    next: () =>
      new Promise((resolve) => {
        const done = (): void => {
          cancelTimer();
          wake = () => {};
          resolve(take());
        };
        const cancelTimer = clock.after(longestSilence, done);
        // Deferred, so that a command which ends with an error message takes one answer and not two.
        wake = () => {
          wake = () => {};
          setImmediate(done);
        };
        if (stderr.length > 0 || exit !== undefined || question !== undefined) wake();
      }),
    answer(line) {
      heard?.(line);
      heard = undefined;
    },
    abandon() {
      stop.abort();
      // A command that waits for a line ends as if none was typed.
      heard?.('');
    },
  };
}
