import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // End-to-end tests are called *.spec.ts and run by Playwright.
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
