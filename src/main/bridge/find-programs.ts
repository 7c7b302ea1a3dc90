import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundProgram } from './doctor.ts';

/** The second line of our client, under whatever name it stands. */
const mark = '\n# azimuth: ';

/** Every `az` and `azimuth` that PATH has, in its order. */
export async function findPrograms(path: string): Promise<readonly FoundProgram[]> {
  const folders = [...new Set(path.split(':'))].filter((folder) => folder.startsWith('/'));
  const all = folders.flatMap((folder) =>
    (['azimuth', 'az'] as const).map((name) => lookAt(name, join(folder, name))),
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
    return buffer.toString('utf8', 0, bytesRead).includes(mark);
  } finally {
    await file.close();
  }
}
