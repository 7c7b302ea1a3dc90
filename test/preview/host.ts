import { resolve } from 'node:path';

/** What the whole preview host shares: how it was started, and what must end with it. */
interface Host {
  /** The app's compiled main module. */
  readonly entry: string;
  /** The app's own arguments. */
  readonly arguments: readonly string[];
  /** The command that starts this host again with the same app. */
  readonly ownCommand: readonly string[];
  /** Run, all together, before the process ends. */
  readonly closers: (() => Promise<void>)[];
  /** Closes every window as a quit does; false when one of them refused. */
  closeAllWindows: () => boolean;
}

const [program = process.execPath, script = '', entry = 'out/main/index.js', ...rest] =
  process.argv;

export const host: Host = {
  entry: resolve(entry),
  arguments: rest,
  ownCommand: [program, script, resolve(entry)],
  closers: [],
  closeAllWindows: () => true,
};
