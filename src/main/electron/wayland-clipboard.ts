import { execFile, spawn } from 'node:child_process';
import type { SystemClipboard } from '../core/ports/desktop.ts';

/** Milliseconds for a helper. Without a data-control protocol it needs the focus, and waits for ever where it gets none. */
const patience = 5_000;

type Environment = Readonly<Record<string, string | undefined>>;

export interface WaylandClipboard extends SystemClipboard {
  /** Whether this wl-copy can tell clipboard histories not to keep a secret. */
  readonly marksSecrets: boolean;
}

/**
 * The clipboard of a Wayland session through `wl-copy` and `wl-paste` (https://github.com/bugaevc/wl-clipboard), which get
 * at it while another program has the focus. Electron does not: the compositor drops what it writes then, and what it reads
 * back is its own memory. The text goes through their standard input and output, never their command line.
 *
 * @returns nothing where they are not installed
 */
export async function findWaylandClipboard(
  given: Environment,
): Promise<WaylandClipboard | undefined> {
  // wl-copy keeps its text in a private file for as long as it is offered: newer ones here, which is no disk.
  const environment = { ...given, TMPDIR: given['XDG_RUNTIME_DIR'] ?? given['TMPDIR'] };
  const help = await helpOf('wl-copy', environment);
  if (help === undefined || (await helpOf('wl-paste', environment)) === undefined) return undefined;
  const marksSecrets = help.includes('--sensitive');

  const write = (text: string, ...options: readonly string[]): Promise<void> =>
    // Told the type, it asks no other program for it.
    feed('wl-copy', ['--type', 'text/plain', ...options], text, environment);

  return {
    marksSecrets,
    read: () => paste(environment),
    write: (text) => write(text),
    async writeSecret(text) {
      await write(text, ...(marksSecrets ? ['--sensitive'] : []));
      return marksSecrets;
    },
    // Not `--clear`: desktops that keep the clipboard alive bring the text back then
    // (https://github.com/bugaevc/wl-clipboard/issues/118), but take an empty one.
    clear: () => write(''),
  };
}

/** What a program says of itself; nothing where it is not installed. */
function helpOf(program: string, env: Environment): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, ['--help'], { env, timeout: patience }, (error, stdout, stderr) =>
      resolve(error ? undefined : stdout + stderr),
    );
  });
}

/** The helper answers once the text is offered, and leaves a child behind that offers it. */
function feed(
  program: string,
  args: readonly string[],
  text: string,
  env: Environment,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stdio = ['pipe', 'ignore', 'ignore'] as const;
    const child = spawn(program, args, { env, stdio: [...stdio], timeout: patience });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code ?? 'a signal'}`)),
    );
    // One that ended early has said so with its code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}

/** What wl-paste says where there is no text at all. */
const nothingThere = /no selection|nothing is copied|no suitable type/i;

function paste(env: Environment): Promise<string> {
  const args = ['--no-newline', '--type', 'text'];
  return new Promise((resolve, reject) => {
    execFile('wl-paste', args, { env, timeout: patience }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      if (nothingThere.test(stderr)) return resolve('');
      // The error that Node made holds nothing of the text, but its standard output would.
      reject(new Error(`wl-paste ended with ${error.code ?? 'a signal'}`));
    });
  });
}
