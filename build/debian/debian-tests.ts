import { globSync } from 'node:fs';
import { root } from '../paths.ts';
import type { Machine } from './programs.ts';

/** Whether the tests called *.debian.test.ts run: they want Debian's own programs, other users and private mounts. */
export const runsDebianTests = ({ isRoot, hasDebianApt }: Machine): boolean =>
  isRoot && hasDebianApt;

/** What to say beside the count on a machine that does not run them. */
export function whatIsLeftOut(machine: Machine): string | undefined {
  if (runsDebianTests(machine)) return undefined;
  const files = globSync('test/**/*.debian.test.ts', { cwd: root }).toSorted();
  return `NOT TRIED, because only root on Debian can (a container will do): ${files.join(', ')}`;
}
