import { configDefaults, defineConfig } from 'vitest/config';
import { runsDebianTests } from './build/debian/debian-tests.ts';
import { thisMachine } from './build/debian/machine.ts';

const leftOut = runsDebianTests(thisMachine()) ? [] : ['test/**/*.debian.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    // It would leave one processor free, which is half of two; much of a test is waiting for another program.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'window',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          globalSetup: 'test/renderer/build-page.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'program',
          // End-to-end tests are called *.spec.ts and run by Playwright.
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, 'test/renderer/**', ...leftOut],
        },
      },
    ],
  },
});
