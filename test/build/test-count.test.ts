import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  add,
  readPlaywrightReport,
  readVitestReport,
  withExitCode,
} from '../../build/test-count.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azimuth-count-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function report(content: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('what vitest skipped or left to do counts as failed', () => {
  const path = report({
    numPassedTests: 40,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 3,
  });
  expect(readVitestReport(path)).toEqual({ passed: 40, failed: 6 });
});

test('what Playwright skipped, and what passed only later, counts as failed', () => {
  const path = report({ stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 1 } });
  expect(readPlaywrightReport(path)).toEqual({ passed: 9, failed: 3 });
});

test('a runner that failed without a failed test is one failure', () => {
  const missing = readVitestReport(join(folder, 'never-written.json'));
  expect(withExitCode(missing, 1)).toEqual({ passed: 0, failed: 1 });
  expect(withExitCode({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
  expect(withExitCode({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
});

test('both runners are added up', () => {
  expect(add({ passed: 3, failed: 1 }, { passed: 4, failed: 0 })).toEqual({ passed: 7, failed: 1 });
});
