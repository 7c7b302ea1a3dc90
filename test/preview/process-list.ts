import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const windowsList = '(Get-CimInstance Win32_Process).CommandLine';

function commandLines(): readonly string[] {
  if (process.platform === 'linux') return linuxCommandLines();
  const [program, ...args] =
    process.platform === 'win32'
      ? ['powershell', '-NoProfile', '-Command', windowsList]
      : ['ps', '-A', '-o', 'args='];
  return spawnSync(program ?? '', args, { encoding: 'utf8' }).stdout.split('\n');
}

function linuxCommandLines(): readonly string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        // It has ended since.
        return [];
      }
    });
}

/** The command lines of running processes that name this folder. */
export function processesOf(folder: string): readonly string[] {
  return commandLines().filter((line) => line.includes(folder));
}
