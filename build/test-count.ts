import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

const none: TestCount = { passed: 0, failed: 0 };

/** A test that was skipped proved nothing: it counts as failed. */
export function readVitestReport(path: string): TestCount {
  const report = read(path, vitestReport);
  if (!report) return none;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests,
  };
}

/** As for vitest; a flaky test failed once, and once is enough. */
export function readPlaywrightReport(path: string): TestCount {
  const stats = read(path, playwrightReport)?.stats;
  if (!stats) return none;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}

/** A runner that failed without a failed test (a file that does not load, an unhandled rejection) is one failure. */
export function withExitCode(count: TestCount, exitCode: number): TestCount {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

export function add(one: TestCount, other: TestCount): TestCount {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

function read<T>(path: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(path)) return undefined;
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
