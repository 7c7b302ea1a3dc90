import { defineConfig } from '@playwright/test';

// The tests start the app themselves (test/e2e/launch.ts), which brings its own Chromium or Electron: no browser is configured here.
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  // What only the preview host can play (a compromised frame, idle minutes) has no counterpart in Electron's launcher.
  ...(process.env['AZIMUTH_E2E_HOST'] === 'electron' ? { grepInvert: /@preview/ } : {}),
});
