// Runs one task of build/tasks on the pinned Node, installing the locked dependencies first where they are missing.
// Plain JavaScript without dependencies: on a fresh machine it runs on whatever Node is there.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const oldestNode = [20, 19];

/** The `node` package, pinned to the Node that Electron embeds, so that a script never depends on the machine's own. */
const pinnedNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const [task, ...args] = process.argv.slice(2);
const tasks = readdirSync(join(root, 'build', 'tasks'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));

if (isTooOld(process.versions.node)) {
  leave(
    `Azimuth needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}. Install a newer Node and run the command again.`,
  );
}
if (!task || !tasks.includes(task)) {
  leave(`Usage: node build/run.mjs TASK [arguments], where TASK is one of: ${tasks.join(', ')}.`);
}
if (!isInstalled()) install();
run();

function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
}

/** Compares what npm says it installed with the lockfile, package by package: times lie after a checkout or a copy. */
function isInstalled() {
  const recordPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(pinnedNode) || !existsSync(recordPath)) return false;
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(readFileSync(recordPath, 'utf8')).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      const found = installed[path];
      // Builds for other systems are optional and rightly absent.
      if (!found) return entry.optional === true || entry.devOptional === true;
      return found.version === entry.version;
    });
  } catch {
    return false;
  }
}

function install() {
  console.error('Azimuth: installing the locked dependencies (npm ci) …');
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  // Everything npm says goes to stderr: stdout belongs to the task (`npm run -s demo -- --json`).
  const how = { cwd: root, stdio: ['ignore', 2, 2] };
  const done =
    npm && npm.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...options], how)
      : spawnSync('npm', options, { ...how, shell: process.platform === 'win32' });
  if (done.error) leave(`Azimuth: npm could not be started: ${done.error.message}`);
  if (done.status !== 0) {
    leave('Azimuth: npm ci failed; its message is above.', done.status ?? 1);
  }
}

function run() {
  const child = spawn(pinnedNode, [join(root, 'build', 'tasks', `${task}.ts`), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      // A task that starts `node`, `vite` or `playwright` by name gets ours.
      PATH: [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
    },
  });
  child.on('error', (error) => leave(`Azimuth: the pinned Node did not start: ${error.message}`));
  // A terminal sends Ctrl-C to the whole group, so the child has it already; from elsewhere it must be passed on.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

function leave(message, code = 1) {
  console.error(message);
  process.exit(code);
}
