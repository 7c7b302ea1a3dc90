import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfOld } from '../build-program.ts';
import { whatIsLeftOut } from '../debian/debian-tests.ts';
import { ensureTestPrograms } from '../debian/ensure-programs.ts';
import { thisMachine } from '../debian/machine.ts';
import { runScript } from '../run-program.ts';
import { add, readPlaywrightReport, readVitestReport, withExitCode } from '../test-count.ts';

// Names given after `--` narrow both down; a name that only one of them knows is no failure of the other.
const names = process.argv.slice(2);
// In a record, of which often only the end is kept, thousands of tests that passed would push out the one that failed.
const isWatched = process.stdout.isTTY;
const reports = mkdtempSync(join(tmpdir(), 'azimuth-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

ensureTestPrograms();
try {
  await buildIfOld();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const vitest = await runScript('node_modules/vitest/vitest.mjs', [
  'run',
  ...(isWatched ? ['--reporter=default'] : ['--reporter=dot', '--no-color']),
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
  ...(names.length > 0 ? ['--passWithNoTests', ...names] : []),
]);
const playwright = await runScript(
  'node_modules/@playwright/test/cli.js',
  [
    'test',
    `--reporter=${isWatched ? 'list' : 'dot'},json`,
    ...(names.length > 0 ? ['--pass-with-no-tests', ...names] : []),
  ],
  { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
);

const total = add(
  withExitCode(readVitestReport(vitestReport), vitest),
  withExitCode(readPlaywrightReport(playwrightReport), playwright),
);
rmSync(reports, { recursive: true });
const leftOut = whatIsLeftOut(thisMachine());
if (leftOut !== undefined) console.log(leftOut);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
