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
  'package.json',
  'package-lock.json',
];
const stamp = join(out, '.built');
const clients = ['azimuth.sh', 'azimuth.cmd'];

/**
 * Builds `out/`. Every room is built beside its place and put there in one rename, so that a running program, or a second
 * build, never meets half a room.
 */
export async function buildProgram(): Promise<void> {
  const started = new Date();
  removeLeftovers();
  const next = (room: string): string => join(out, `${room}.${process.pid}`);
  const rooms = new Set<string>();
  try {
    for (const { room, config } of bundles()) {
      rooms.add(room);
      await build(config(next(room)));
    }
    if (copyClients(next('bin'))) rooms.add('bin');
    for (const room of rooms) replace(join(out, room), next(room));
  } finally {
    for (const room of rooms) rmSync(next(room), { recursive: true, force: true });
  }
  // The time that counts is the start: a source saved while we were building is newer than what we built.
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

/** Builds only where a source is newer than `out/`, or where something is missing from it. */
export async function buildIfOld(): Promise<void> {
  if (isFresh()) return;
  console.error('Azimuth: building …');
  await buildProgram();
}

export function isFresh(): boolean {
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

/** The command line's clients are shell scripts: they are copied, not built. */
function copyClients(folder: string): boolean {
  const present = clients.filter((name) => existsSync(join(root, 'src/cli', name)));
  if (present.length === 0) return false;
  mkdirSync(folder, { recursive: true });
  for (const name of present) {
    const copy = join(folder, name.replace(/\.sh$/, ''));
    cpSync(join(root, 'src/cli', name), copy);
    chmodSync(copy, 0o755);
  }
  return true;
}

function replace(place: string, next: string): void {
  const old = `${next}.old`;
  if (existsSync(place)) renameSync(place, old);
  renameSync(next, place);
  rmSync(old, { recursive: true, force: true });
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
