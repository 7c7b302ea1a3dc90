import { chmod, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { client } from './host.ts';

export async function temporaryFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A folder with nothing but our `az` in it, to stand first on PATH. */
export async function shimFolder(): Promise<string> {
  const folder = await temporaryFolder('azimuth-shim-');
  await copyFile(client, join(folder, 'az'));
  await chmod(join(folder, 'az'), 0o755);
  return folder;
}

/** A folder with another program called `az`: a shell script of these lines. */
export async function otherAz(script: string): Promise<string> {
  const folder = await temporaryFolder('azimuth other az ');
  await writeFile(join(folder, 'az'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return folder;
}
