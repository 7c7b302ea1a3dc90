import { root } from '../paths.ts';
import { checkTree } from '../walls/check-tree.ts';

const breaches = checkTree(root);
for (const { file, line, sentence } of breaches) console.log(`${file}:${line}: ${sentence}`);
process.exitCode = breaches.length === 0 ? 0 : 1;
