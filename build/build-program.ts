import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { bundles } from './bundles.ts';
import { out, root } from './paths.ts';

/** Whose change makes `out/` old. */
const sources = [
  'src',
  'build/bundles.ts',
  'build/build-program.ts',
  'build/tray',
  'package.json',
  'package-lock.json',
];
const stamp = join(out, '.built');

/**
 * Builds `out/`. Every room is built beside its place and put there in one rename, so that a running program, or a second
 * build, never meets half a room.
 */
export async function buildProgram(): Promise<void> {
  const started = new Date();
  // Vite believes a NODE_ENV that is set, such as a test runner's, and would put React's development build into the window.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await buildRooms();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
  // The time that counts is the start: a source saved while we were building is newer than what we built.
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

async function buildRooms(): Promise<void> {
  removeLeftovers();
  for (const [room, parts] of Map.groupBy(bundles(), (bundle) => bundle.room)) {
    await replaceRoom(room, async (next) => {
      for (const { config } of parts) await build(config(next));
    });
  }
  await replaceRoom('bin', copyClients);
  await replaceRoom('shim', copyShim);
  await replaceRoom('tray', (folder) =>
    cpSync(join(root, 'build/tray'), folder, { recursive: true }),
  );
}

/** Builds only where a source is newer than `out/`, or where something is missing from it. */
export async function buildIfOld(): Promise<void> {
  if (isFresh()) return;
  console.error('Azimuth: building …');
  await buildProgram();
}

function isFresh(): boolean {
  const built = bundles().every(({ entry, room }) =>
    existsSync(join(out, room, outputName(entry))),
  );
  if (!built || !existsSync(stamp)) return false;
  return sources.every((path) => newest(join(root, path)) <= statSync(stamp).mtimeMs);
}

function outputName(entry: string): string {
  if (entry.endsWith('.html')) return basename(entry);
  return entry.startsWith('src/preload/') ? 'index.cjs' : basename(entry).replace(/\.ts$/, '.js');
}

/** Folders count too: taking a file away changes only its folder. */
function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function clientSources(): readonly string[] {
  return ['azimuth.sh', 'azimuth.cmd'].map((name) => join(root, 'src/cli', name));
}

/** The command line's clients are scripts: they are copied, not built. */
function copyClients(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const source of clientSources()) {
    const copy = join(folder, basename(source, '.sh'));
    cpSync(source, copy);
    chmodSync(copy, 0o755);
  }
}

/** The same client under the name `az`, in a folder with nothing else, which can stand on PATH. */
function copyShim(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const source of clientSources()) {
    const shim = join(folder, basename(source, '.sh').replace('azimuth', 'az'));
    cpSync(source, shim);
    chmodSync(shim, 0o755);
  }
}

async function replaceRoom(
  room: string,
  fill: (folder: string) => Promise<void> | void,
): Promise<void> {
  const place = join(out, room);
  const next = `${place}.${process.pid}`;
  const old = `${next}.old`;
  try {
    await fill(next);
    if (existsSync(place)) renameSync(place, old);
    renameSync(next, place);
  } finally {
    rmSync(next, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/** Takes away what a build left that was killed. */
function removeLeftovers(): void {
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(out)) {
    const pid = Number(/^\w+\.(\d+)(\.old)?$/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) rmSync(join(out, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
