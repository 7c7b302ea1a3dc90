import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

const electron = join(root, 'node_modules', 'electron');
const unreachable = join(root, 'node_modules', '.cache', 'azimuth', 'electron-unreachable');
const patienceMs = 120_000;
const rememberMs = 24 * 60 * 60 * 1000;

/** The path of Electron's executable, where the `electron` package has downloaded it. */
export function findElectron(): string | undefined {
  const pathFile = join(electron, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electron, 'dist');
  const executable = join(folder, readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/**
 * Finds Electron's executable, or lets the `electron` package download it (about 110 MB). Many networks block that download: after a
 * failure it is not tried again for a day, unless `insist`.
 */
export function obtainElectron({ insist }: { readonly insist: boolean }): string | undefined {
  const found = findElectron();
  if (found) return found;
  if (!insist && (process.env['ELECTRON_SKIP_BINARY_DOWNLOAD'] || isKnownUnreachable())) {
    return undefined;
  }
  console.error(
    `Azimuth: downloading Electron ${version()} (at most ${patienceMs / 1000} seconds) …`,
  );
  const done = spawnSync(process.execPath, [join(electron, 'install.js')], {
    stdio: ['ignore', 2, insist ? 2 : 'ignore'],
    timeout: patienceMs,
  });
  if (done.status === 0) {
    rmSync(unreachable, { force: true });
    return findElectron();
  }
  mkdirSync(join(unreachable, '..'), { recursive: true });
  writeFileSync(unreachable, `${version()} ${Date.now()}`);
  return undefined;
}

function isKnownUnreachable(): boolean {
  if (!existsSync(unreachable)) return false;
  const [knownVersion, time] = readFileSync(unreachable, 'utf8').split(' ');
  return knownVersion === version() && Date.now() - Number(time) < rememberMs;
}

/** The version of the `electron` package, which is that of its binary. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest && 'version' in manifest) {
    return String(manifest.version);
  }
  throw new Error('node_modules/electron/package.json names no version.');
}
