import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { users } from '../cloud/directory/contoso.ts';
import { client, headless } from './host.ts';
import { ownPlace } from './own-place.ts';

/** A checkout with nothing in it but what the client starts: the host, which also writes down its process id. */
async function smallCheckout(program: string): Promise<string> {
  const top = await mkdtemp(join(tmpdir(), 'azimuth checkout '));
  onTestFinished(() => rm(top, { recursive: true }));
  for (const folder of ['out/main', 'out/bin', 'node_modules/.bin']) {
    await mkdir(join(top, folder), { recursive: true });
  }
  await copyFile(client, join(top, 'out/bin/azimuth'));
  await symlink(process.execPath, join(top, 'node_modules/.bin/node'));
  await writeFile(join(top, 'package.json'), '{"type":"module"}');
  await writeFile(join(top, 'out/main/headless.js'), program);
  return top;
}

/** Ends the hosts that a client started; the one that came second has left already. */
async function endStarted(file: string): Promise<void> {
  const started = (await readFile(file, 'utf8')).trim().split('\n').map(Number);
  for (const pid of started) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

test('a client that finds nobody starts the host, waits and goes on', async () => {
  const place = await ownPlace();
  const top = await smallCheckout(
    `import { appendFileSync } from 'node:fs';
     appendFileSync(new URL('../../started', import.meta.url), process.pid + '\\n');
     await import(${JSON.stringify(pathToFileURL(headless).href)});`,
  );
  onTestFinished(() => endStarted(join(top, 'started')));
  const bin = await mkdtemp(join(tmpdir(), 'azimuth-bin-'));
  onTestFinished(() => rm(bin, { recursive: true }));
  await symlink(join(top, 'out/bin/azimuth'), join(bin, 'azimuth'));
  const both = await Promise.all(
    ['status', 'status'].map((word) =>
      place.run('sh', ['-c', `PATH="$0:$PATH"; azimuth ${word}`, bin]),
    ),
  );
  const { host, accounts } = JSON.parse(both[0]?.stdout ?? '') as Record<string, unknown>;
  expect(both[0]).toEqual(both[1]);
  expect([both[0]?.code, both[0]?.stderr, host, accounts]).toEqual([0, '', 'headless', []]);
});

test('a host that can not be started is one clear line, in time', async () => {
  const place = await ownPlace();
  const top = await smallCheckout('process.exit(1);');
  const started = Date.now();
  const { code, stdout, stderr } = await place.run(join(top, 'out/bin/azimuth'), [
    'account',
    'show',
  ]);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(
    /^ERROR: Azimuth is not running and could not be started\. .*'az login'\.\n$/,
  );
  expect(Date.now() - started).toBeLessThan(8_000);
});

test('a client without a program beside it says so', async () => {
  const place = await ownPlace();
  const lone = await mkdtemp(join(tmpdir(), 'azimuth-lone-'));
  onTestFinished(() => rm(lone, { recursive: true }));
  await mkdir(join(lone, 'a/b'), { recursive: true });
  await copyFile(client, join(lone, 'a/b/azimuth'));
  expect(await place.run('sh', [join(lone, 'a/b/azimuth'), 'status'])).toEqual({
    code: 1,
    stdout: '',
    stderr:
      "ERROR: Azimuth is not running, and its program was not found. Start it, then run 'az login'.\n",
  });
});

test('with nothing but PATH, in /bin, the profile is found by the password database', async () => {
  const place = await ownPlace();
  const lone = await mkdtemp(join(tmpdir(), 'azimuth-lone-'));
  onTestFinished(() => rm(lone, { recursive: true }));
  // With no program beside it, the copy starts nothing: the account's own profile is not ours to touch.
  await copyFile(client, join(lone, 'azimuth'));
  const { stdout } = await place.run('env', [
    '-i',
    `PATH=${place.environment['PATH'] ?? ''}`,
    'sh',
    '-c',
    `cd /bin; sh -x "$0" version 2>&1 | grep 'run='`,
    join(lone, 'azimuth'),
  ]);
  expect(stdout).toContain(userInfo().homedir);
  expect(stdout).toContain('Azimuth/run');
});

test('AZIMUTH_HOME may be relative and have blanks', async () => {
  const place = await ownPlace();
  const folder = await mkdtemp(join(tmpdir(), 'azimuth home '));
  onTestFinished(() => rm(folder, { recursive: true }));
  await place.startHost();
  await symlink(place.profile, join(folder, 'my profile'));
  const { code, stdout } = await place.run('sh', [
    '-c',
    'cd "$1" && AZIMUTH_HOME="my profile" sh "$0" --version',
    client,
    folder,
  ]);
  expect([code, stdout]).toEqual([0, 'azimuth 0.1.0\n']);
});

test('a profile too deep for a socket is served all the same', async () => {
  const place = await ownPlace();
  const deep = join(place.profile, 'deep'.repeat(30));
  await mkdir(deep);
  await copyFile(join(place.profile, 'cloud.json'), join(deep, 'cloud.json'));
  const environment = { ...place.environment, AZIMUTH_HOME: deep };
  const host = place.run(process.execPath, [headless], environment);
  await new Promise((resolve) => host.child.stdout?.once('data', resolve));
  const status = await place.run('sh', [client, 'account', 'list'], environment);
  host.child.kill('SIGTERM');
  expect(status).toMatchObject({ code: 0, stdout: '[]\n' });
  expect((await host).code).toBe(0);
});

test('a folder that is not ours alone is not trusted', async () => {
  const place = await ownPlace();
  const elsewhere = await mkdtemp(join(tmpdir(), 'azimuth-trap-'));
  onTestFinished(() => rm(elsewhere, { recursive: true }));
  const trap = createServer((_request, response) => response.end('trapped')).listen(
    join(elsewhere, 'azimuth.sock'),
  );
  onTestFinished(() => void trap.close());
  await symlink(elsewhere, join(place.profile, 'run'));
  expect(await place.azimuth('account', 'get-access-token')).toEqual({
    code: 1,
    stdout: '',
    stderr: `ERROR: ${place.profile}/run is not yours alone, so Azimuth is not asked. Remove it, then run 'az login'.\n`,
  });
});

test('an answer that is cut off is an error, whatever of it arrived', async () => {
  const place = await ownPlace();
  await mkdir(join(place.profile, 'run'), { mode: 0o700 });
  const dying = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Length': 100, 'Azimuth-Exit': '0;' });
    response.write('half');
    setTimeout(() => response.destroy(), 50);
  }).listen(join(place.profile, 'run/azimuth.sock'));
  onTestFinished(() => void dying.close());
  const { code, stderr } = await place.azimuth('account', 'get-access-token');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^ERROR: Azimuth ended before its answer was complete\./);
});

test('a host that hangs is given up in time', async () => {
  const place = await ownPlace();
  await mkdir(join(place.profile, 'run'), { mode: 0o700 });
  const silent = createServer(() => undefined).listen(join(place.profile, 'run/azimuth.sock'));
  onTestFinished(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const started = Date.now();
  const { code, stdout, stderr } = await place.azimuth('account', 'get-access-token');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^ERROR: Azimuth did not answer in time\./);
  expect(Date.now() - started).toBeLessThan(8_000);
});

test('a long list reaches a reader that takes its time, to the last byte', async () => {
  const place = await ownPlace({ tenants: 40, subscriptionsPerTenant: 20 });
  await place.startHost();
  expect((await place.signIn(users.adele)).code).toBe(0);
  const direct = await place.azimuth('account', 'list', '--all');
  expect(direct.stdout.length).toBeGreaterThan(250_000);
  expect(JSON.parse(direct.stdout)).toHaveLength(34 * 20 + 12);
  const slow = await place.run('sh', [
    '-c',
    `{ sh "$0" account list --all; echo "exit $?" >&2; } | { sleep 7; cat; }`,
    client,
  ]);
  expect(slow).toEqual({ ...direct, stderr: 'exit 0\n' });
});

test('quit ends the host and its socket, and starts none', async () => {
  const place = await ownPlace();
  const host = await place.startHost();
  const gone = once(host, 'exit');
  expect(await place.azimuth('quit')).toEqual({ code: 0, stdout: '', stderr: '' });
  // Whoever asks next must not be answered by the one that ends.
  expect(existsSync(join(place.profile, 'run/azimuth.sock'))).toBe(false);
  expect((await gone)[0]).toBe(0);
  expect(await place.azimuth('quit')).toEqual({
    code: 0,
    stdout: 'Azimuth is not running.\n',
    stderr: '',
  });
});
