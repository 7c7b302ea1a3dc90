import { readFile } from 'node:fs/promises';

/** The name of a process, for the record of hand-outs; nothing where the platform does not tell (only Linux's /proc does). */
export async function callingProgram(pid: number | undefined): Promise<string | undefined> {
  if (pid === undefined || process.platform !== 'linux') return undefined;
  try {
    return (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() || undefined;
  } catch {
    return undefined;
  }
}
