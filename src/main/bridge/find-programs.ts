import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { FoundProgram } from './doctor.ts';

/** The first line of our batch file, or the second of our shell script, under whatever name it stands. */
const mark = /^@rem azimuth: |\n# azimuth: /;

/** Every `az` and `azimuth` that PATH has, in its order. */
export async function findPrograms(
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<readonly FoundProgram[]> {
  const [separator, endings] = platform === 'win32' ? [';', ['.exe', '.bat', '.cmd']] : [':', ['']];
  const folders = [...new Set(path.split(separator))].filter((folder) => isAbsolute(folder));
  const all = folders.flatMap((folder) =>
    (['azimuth', 'az'] as const).flatMap((name) =>
      endings.map((ending) => lookAt(name, join(folder, name + ending))),
    ),
  );
  return (await Promise.all(all)).filter((one) => one !== undefined);
}

async function lookAt(name: FoundProgram['name'], path: string): Promise<FoundProgram | undefined> {
  try {
    await access(path, constants.X_OK);
    if (!(await stat(path)).isFile()) return undefined;
    return { name, path, isOurs: await isOurClient(path) };
  } catch {
    return undefined;
  }
}

/** Whether a file is our client, or a copy of it. */
export async function isOurClient(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(100) });
    return mark.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}
