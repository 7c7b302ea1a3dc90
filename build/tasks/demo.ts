import { buildIfOld } from '../build-program.ts';
import { ensureBrowser } from '../debian/ensure-programs.ts';
import { runScript } from '../run-program.ts';

await buildIfOld();
ensureBrowser();
process.exitCode = await runScript('test/demo/main.ts', process.argv.slice(2));
