import { runScript } from '../run-program.ts';

process.exitCode = await runScript('test/cloud/main.ts', process.argv.slice(2));
