import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** What the build leaves. Everything the program needs is below it and in package.json. */
export const out = join(root, 'out');
