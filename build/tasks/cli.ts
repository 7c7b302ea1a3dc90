import { join } from 'node:path';
import { buildIfOld } from '../build-program.ts';
import { out } from '../paths.ts';
import { runProgram } from '../run-program.ts';

await buildIfOld();
const client = process.platform === 'win32' ? 'azimuth.cmd' : 'azimuth';
process.exitCode = await runProgram(join(out, 'bin', client), process.argv.slice(2));
