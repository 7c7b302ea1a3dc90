import { readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';

/** What Node 24 calls its first thread, and the system then the process. */
const threadOfNode = 'MainThread';

/** The name of a process, for the record of hand-outs; nothing where the platform does not tell (only Linux's /proc does). */
export async function callingProgram(pid: number | undefined): Promise<string | undefined> {
  if (pid === undefined || process.platform !== 'linux') return undefined;
  try {
    const name = (await readFile(`/proc/${pid}/comm`, 'utf8')).trim();
    if (name !== threadOfNode) return name || undefined;
    return basename(await readlink(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
  } catch {
    return undefined;
  }
}
