import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.ts';

/** Runs a program in the checkout with our own streams; its exit code, or 128 + the signal that ended it. */
export function runProgram(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      // A Windows batch file is not a program: only the shell runs it.
      shell: command.endsWith('.cmd'),
    });
    const passOn = (signal: NodeJS.Signals): void => {
      // A terminal sends Ctrl-C to the whole group, so the child has it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, passOn);
    const done = (): void => {
      for (const signal of signals) process.off(signal, passOn);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      done();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** Runs a script of the checkout on the Node that runs us, which is the pinned one. */
export function runScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return runProgram(process.execPath, [script, ...args], env);
}
