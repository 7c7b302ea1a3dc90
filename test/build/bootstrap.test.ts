import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../../build/paths.ts';

// A checkout of its own, with tasks of its own, on the pinned Node of ours.
let checkout: string;
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'azimuth-bootstrap-'));
  mkdirSync(join(checkout, 'build', 'tasks'), { recursive: true });
  cpSync(join(root, 'build/run.mjs'), join(checkout, 'build/run.mjs'));
  task('echo', 'console.log(JSON.stringify(process.argv.slice(2)));');
});
afterEach(() => {
  rmSync(checkout, { recursive: true });
});

function task(name: string, source: string): void {
  writeFileSync(join(checkout, 'build/tasks', `${name}.ts`), source);
}

/** As npm leaves it: what is installed, and what the lockfile asks for. */
function install(installed: Readonly<Record<string, string>>, locked = installed): void {
  mkdirSync(join(checkout, 'node_modules'), { recursive: true });
  symlinkSync(join(root, 'node_modules/node'), join(checkout, 'node_modules/node'), 'junction');
  const packages = (versions: Readonly<Record<string, string>>): string => {
    const entries = Object.entries(versions).map(([path, version]) => ({ [path]: { version } }));
    return JSON.stringify({ packages: Object.assign({ '': {} }, ...entries) as unknown });
  };
  writeFileSync(join(checkout, 'node_modules/.package-lock.json'), packages(installed));
  writeFileSync(join(checkout, 'package-lock.json'), packages(locked));
}

/** An npm that only says that it was called. */
function npmThatSays(what: string, code: number): Readonly<Record<string, string>> {
  const path = join(checkout, 'npm.js');
  writeFileSync(
    path,
    `console.log(${JSON.stringify(what)}, ...process.argv.slice(2)); process.exitCode = ${code};`,
  );
  return { npm_execpath: path };
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'build/run.mjs'), ...args],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { status, stdout, stderr };
}

test('it runs the task on the pinned Node, with its arguments, and says nothing itself', () => {
  install({ 'node_modules/a': '1.0.0' });
  task('which', 'console.log(process.execPath);');
  expect(run(['echo', '--once', 'a b'])).toEqual({
    status: 0,
    stdout: '["--once","a b"]\n',
    stderr: '',
  });
  expect(run(['which']).stdout).toMatch(/node_modules[\\/]node[\\/]bin[\\/]node(\.exe)?\n$/);
});

test("the task's exit code is its own", () => {
  install({});
  task('fail', 'process.exitCode = 42;');
  expect(run(['fail']).status).toBe(42);
});

test('an unknown task is refused with those that exist', () => {
  install({});
  expect(run(['nothing'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Usage: node build/run.mjs TASK [arguments], where TASK is one of: echo.\n',
  });
});

test('what is installed at another version is installed again, and npm talks to stderr only', () => {
  install({ 'node_modules/a': '1.0.0' }, { 'node_modules/a': '1.0.1' });
  const { status, stdout, stderr } = run(['echo'], npmThatSays('npm', 0));
  expect({ status, stdout }).toEqual({ status: 0, stdout: '[]\n' });
  expect(stderr).toContain('npm ci --no-audit --no-fund');
});

test('what is missing is installed, and a failed installation ends it', () => {
  install({}, { 'node_modules/a': '1.0.0' });
  expect(run(['echo'], npmThatSays('npm', 7))).toMatchObject({ status: 7, stdout: '' });
});

// Windows has no signals that a program could answer.
if (process.platform !== 'win32') {
  test('a signal reaches the task, which ends in its own way', async () => {
    install({});
    task(
      'wait',
      "process.on('SIGTERM', () => { console.log('tidied up'); process.exit(3); }); setInterval(() => {}, 1000); console.log('ready');",
    );
    const child = spawn(process.execPath, [join(checkout, 'build/run.mjs'), 'wait'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (text.includes('ready')) child.kill('SIGTERM');
    });
    const ended: readonly unknown[] = await once(child, 'close');
    expect({ code: ended[0], said }).toEqual({ code: 3, said: 'ready\ntidied up\n' });
  });
}
