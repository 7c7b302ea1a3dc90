import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The script of the `azimuth` command that came with this program.
 *
 * @param mainFolder the folder of the program that runs
 */
export function clientScript(mainFolder: string): string | undefined {
  const [built, source] =
    process.platform === 'win32' ? ['azimuth.cmd', 'azimuth.cmd'] : ['azimuth', 'azimuth.sh'];
  const asItIsBuilt = `../bin/${built}`;
  const besideTheArchive = `../../../bin/${built}`;
  const inTheSource = `../cli/${source}`;
  return [asItIsBuilt, besideTheArchive, inTheSource]
    .map((path) => join(mainFolder, path))
    .find((path) => existsSync(path));
}
