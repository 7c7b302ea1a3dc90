import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The script of the `azimuth` command that came with this program; none on Windows.
 *
 * @param mainFolder the folder of the program that runs
 */
export function clientScript(mainFolder: string): string | undefined {
  if (process.platform === 'win32') return undefined;
  const asItIsBuilt = '../bin/azimuth';
  const besideTheArchive = '../../../bin/azimuth';
  const inTheSource = '../cli/azimuth.sh';
  return [asItIsBuilt, besideTheArchive, inTheSource]
    .map((path) => join(mainFolder, path))
    .find((path) => existsSync(path));
}
