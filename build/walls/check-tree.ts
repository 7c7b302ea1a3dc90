import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkImports } from './check-imports.ts';
import type { Breach } from './check-imports.ts';

/** Checks every source file below `src/` of a checkout. */
export function checkTree(root: string): readonly Breach[] {
  return globSync('src/**/*.{ts,tsx,mts,cts,js,mjs,cjs,jsx}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .flatMap((path) => checkImports(path, readFileSync(join(root, path), 'utf8')));
}
