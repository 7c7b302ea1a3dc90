import { runScript } from '../run-program.ts';

process.exitCode = await runScript('node_modules/prettier/bin/prettier.cjs', ['--write', '.']);
