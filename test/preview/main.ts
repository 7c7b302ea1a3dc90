/**
 * The preview host: runs the app's compiled main module on Node and an installed Chromium. It is a
 * test and preview aid, not Electron.
 *
 *     node test/preview/main.ts [app entry, default out/main/index.js] [app arguments]
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, mainModuleLoaded } from './app.ts';
import { serveControl } from './control-server.ts';
import { host } from './host.ts';

process.stderr.write('[preview] This is the preview host on Node and Chromium, not Electron.\n');
if (!existsSync(host.entry)) {
  process.stderr.write(`[preview] ${host.entry} does not exist; build the app first.\n`);
  process.exit(2);
}

const surface = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: surface, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

// As the packaged program sees them.
process.argv = [process.execPath, ...host.arguments];
Object.defineProperty(process, 'resourcesPath', { value: resourcesFolder(), configurable: true });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
serveControl();

try {
  await import(pathToFileURL(host.entry).href);
} catch (error) {
  process.stderr.write(`[preview] the app's main module failed: ${describe(error)}\n`);
  app.exit(1);
}
mainModuleLoaded();

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A packaged app's own resources; in a checkout, the folder they are packaged from. */
function resourcesFolder(): string {
  const root = app.getAppPath();
  const packaged = dirname(root);
  return packaged.endsWith('resources') || packaged.endsWith('Resources')
    ? packaged
    : join(root, 'build');
}
