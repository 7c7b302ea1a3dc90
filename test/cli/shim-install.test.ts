import {
  chmod,
  copyFile,
  mkdir,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPrograms } from '../../src/main/bridge/find-programs.ts';
import { shimScript } from '../../src/main/bridge/shim-script.ts';
import { batchFile } from './batch-client.ts';
import type { ShimDeps } from '../../src/main/bridge/shim-folder.ts';
import { createShim } from '../../src/main/bridge/shim-folder.ts';
import { shells } from '../../src/shared/shim.ts';
import type { Place } from './host.ts';
import { client, openPlace } from './host.ts';
import { temporaryFolder } from './shim-folder.ts';

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place.close());

const folderOf = (): string => join(place.profile, 'shim');

test('installed, it answers in an environment of nothing but PATH; uninstalled, it is gone', async () => {
  await place.startHost();
  const installed = await place.azimuth('shim', 'install');
  expect([installed.code, installed.stderr]).toEqual([
    0,
    `Put this line into your shell's profile:\nexport PATH='${folderOf()}':"$PATH"\n`,
  ]);
  expect(Object.keys(JSON.parse(installed.stdout).pathLines)).toEqual(shells.toSorted());
  const bare = { PATH: `${folderOf()}:/usr/bin:/bin` };
  expect(await place.run('sh', ['-c', 'cd /bin && az account show'], bare)).toEqual({
    code: 1,
    stdout: '',
    stderr: "ERROR: Please run 'az login' to setup account.\n",
  });
  const gone = await place.azimuth('shim', 'uninstall', '--query', 'installed');
  expect([gone.code, gone.stdout]).toEqual([0, 'false\n']);
  expect(await readdir(place.profile)).not.toContain('shim');
  expect((await place.azimuth('shim', 'uninstall')).code).toBe(0);
});

test('a start brings an older copy up to date', async () => {
  await mkdir(folderOf(), { mode: 0o700 });
  const old = '#!/bin/sh\n# azimuth: an older one\n';
  await writeFile(join(folderOf(), 'az'), old, { mode: 0o755 });
  await place.startHost();
  expect(await readFile(join(folderOf(), 'az'), 'utf8')).toContain(`profile='${place.profile}'`);
});

const shimDeps = (over: Partial<ShimDeps>): ShimDeps => ({
  profile: place.profile,
  client,
  appImage: undefined,
  platform: process.platform,
  environment: {},
  ...over,
});

const shim = () => createShim(shimDeps({}));

test("somebody else's az stays, and so does what a link leads to", async () => {
  const file = join(folderOf(), 'az');
  await mkdir(folderOf());
  await writeFile(file, '#!/bin/sh\necho mine\n');
  const refused = await shim().install();
  expect(!refused.ok && refused.problem.message).toBe(`${file} is not ours, so it stays as it is.`);
  await shim().uninstall();
  expect(await readFile(file, 'utf8')).toContain('echo mine');

  await rm(folderOf(), { recursive: true });
  const elsewhere = await temporaryFolder('azimuth-elsewhere-');
  await symlink(elsewhere, folderOf());
  const linked = await shim().install();
  expect(!linked.ok && linked.problem.message).toContain('is not a folder of yours.');
  expect(await readdir(elsewhere)).toEqual([]);
});

test("a link in the place of our az is somebody else's", async () => {
  await mkdir(folderOf());
  const target = join(await temporaryFolder('azimuth-target-'), 'az');
  await writeFile(target, await readFile(client));
  await symlink(target, join(folderOf(), 'az'));
  expect((await shim().install()).ok).toBe(false);
  expect(await readFile(target, 'utf8')).toBe(await readFile(client, 'utf8'));
});

test('a profile with quotes and blanks is written so that a shell reads it', async () => {
  const profile = join(place.profile, `it's "a" $(profile)`);
  await mkdir(profile);
  const { ok } = await createShim(shimDeps({ profile })).install();
  expect(ok).toBe(true);
  const file = join(profile, 'shim/az');
  expect((await stat(file)).mode & 0o777).toBe(0o755);
  const { stdout } = await place.run('sh', [
    '-c',
    `eval "$(grep '^profile=' "$1")"; echo "$profile"`,
    'sh',
    file,
  ]);
  expect(stdout).toBe(`${profile}\n`);
});

test('the doctor finds what is well and what is not, and tells no value of a variable', async () => {
  await place.startHost();
  const path = place.environment['PATH'] ?? '';
  const environment = { ...place.environment, AZURE_CLIENT_SECRET: 'hidden~value', PATH: path };
  const asked = (...words: string[]) => place.run('sh', [client, 'doctor', ...words], environment);
  const { code, stdout } = await asked();
  expect(stdout).toMatch(/^ok {4}program +Azimuth \S+ runs \(headless\)\.$/m);
  expect(stdout).toMatch(/^ok {4}socket /m);
  expect(stdout).toMatch(/^warn {2}vault +In memory only/m);
  expect(stdout).toMatch(/^ok {4}sign-in +https:\S+ answers\.$/m);
  expect(stdout).toMatch(/^warn {2}variables +AZURE_CLIENT_SECRET is set/m);
  expect(stdout).toContain('azimuth shim install');
  expect([code, stdout.includes('hidden~value')]).toEqual([0, false]);

  await chmod(join(place.profile, 'run'), 0o755);
  const restore = place.cloud.inject({ match: /./, kind: 'reset' });
  const broken = await asked('-o', 'json');
  restore();
  const failed = (JSON.parse(broken.stdout) as { check: string; state: string }[])
    .filter(({ state }) => state === 'fail')
    .map(({ check }) => check);
  expect([broken.code, failed]).toEqual([1, ['socket', 'sign-in', 'resource manager']]);
});

const onWindows = (over: Partial<ShimDeps> = {}) =>
  createShim(shimDeps({ client: batchFile, platform: 'win32', ...over }));

test('on Windows it is az.cmd, and only an az.cmd of ours is replaced or taken away', async () => {
  const file = join(folderOf(), 'az.cmd');
  expect((await onWindows().install()).ok).toBe(true);
  expect(await readFile(file, 'utf8')).toContain(`\r\nset "azimuth.origin=${batchFile}"\r\n`);
  expect(await onWindows().status()).toEqual({ folder: folderOf(), installed: true });
  expect((await onWindows().install()).ok).toBe(true);
  await onWindows().uninstall();
  expect(await readdir(place.profile)).not.toContain('shim');

  await mkdir(folderOf());
  await writeFile(file, '@echo off\r\nrem mine\r\n');
  const refused = await onWindows().install();
  expect(!refused.ok && refused.problem.message).toBe(`${file} is not ours, so it stays as it is.`);
});

test('cmd.exe reads only ASCII soundly, so a folder of the user is written as its variable', async () => {
  const local = String.raw`C:\Users\Jürgen\AppData\Local`;
  const { copy } = shimScript('win32', { LOCALAPPDATA: local });
  const copied = (path: string) =>
    copy('"azimuth.origin="', { client: path, appImage: undefined, profile: local });
  expect(copied(String.raw`c:\users\jürgen\appdata\local\100% mine\azimuth.cmd`)).toBe(
    String.raw`"azimuth.origin=%LOCALAPPDATA%\100%% mine\azimuth.cmd"`,
  );
  expect(copied(String.raw`D:\Ünser Platz\azimuth.cmd`)).toBeUndefined();

  const odd = join(await temporaryFolder('azimuth-ü-'), 'azimuth.cmd');
  await copyFile(batchFile, odd);
  const refused = await onWindows({ client: odd }).install();
  expect(!refused.ok && refused.problem.message).toContain("cmd.exe can't read");
});

test('the doctor finds batch files and programs on a PATH of Windows', async () => {
  const [ours, theirs] = await Promise.all([
    temporaryFolder('azimuth-ours-'),
    temporaryFolder('azimuth-theirs-'),
  ]);
  await copyFile(batchFile, join(ours, 'az.cmd'));
  await writeFile(join(theirs, 'az.cmd'), '::\r\n:: Microsoft Azure CLI\r\n');
  await Promise.all([ours, theirs].map((folder) => chmod(join(folder, 'az.cmd'), 0o755)));
  expect(await findPrograms(`${ours};.;${theirs}`, 'win32')).toEqual([
    { name: 'az', path: join(ours, 'az.cmd'), isOurs: true },
    { name: 'az', path: join(theirs, 'az.cmd'), isOurs: false },
  ]);
});
