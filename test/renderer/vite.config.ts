import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The window on the fake bridge, as a page for tests and for looking at it (`npx vite test/renderer/page`). */
export default defineConfig({
  root: fileURLToPath(new URL('page', import.meta.url)),
  base: './',
  plugins: [react()],
  logLevel: 'error',
  build: { target: 'chrome140', modulePreload: { polyfill: false } },
});
