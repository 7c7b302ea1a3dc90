import { spawn } from 'node:child_process';
import { mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Place } from '../cli/host.ts';
import { end, headless } from '../cli/host.ts';
import { ownPlace } from '../cli/own-place.ts';

test('it says in one line where it is and that nothing is stored, and leaves no socket', async () => {
  const { run, profile, environment } = await ownPlace();
  const host = run(process.execPath, [headless], environment);
  await new Promise((resolve) => host.child.stdout?.once('data', resolve));
  expect(((await stat(join(profile, 'run'))).mode & 0o777).toString(8)).toBe('700');
  host.child.kill('SIGINT');
  expect(await host).toEqual({
    code: 0,
    stdout: `Azimuth is running without a window at ${profile}/run/azimuth.sock. Nothing is stored without a keyring: accounts are kept in memory until it ends.\n`,
    stderr: '',
  });
  await expect(stat(join(profile, 'run/azimuth.sock'))).rejects.toThrow('ENOENT');
});

test('a second one on the same profile says so and leaves the first alone', async () => {
  const place = await ownPlace();
  await place.startHost();
  expect(await place.run(process.execPath, [headless])).toEqual({
    code: 0,
    stdout: 'Azimuth is already running for this profile; nothing to do.\n',
    stderr: '',
  });
  expect((await place.azimuth('status')).code).toBe(0);
});

test('several that start at once leave exactly one', async () => {
  const place = await ownPlace();
  await killedHost(place);
  const hosts = Array.from({ length: 4 }, () => place.run(process.execPath, [headless]));
  const lines = await Promise.all(
    hosts.map(
      ({ child }) =>
        new Promise<string>((resolve) => {
          child.stdout?.once('data', (text: string) => resolve(text.split(' ')[2] ?? ''));
        }),
    ),
  );
  expect(lines.toSorted()).toEqual(['already', 'already', 'already', 'running']);
  expect((await place.azimuth('status')).code).toBe(0);
  await Promise.all(hosts.map(({ child }) => end(child)));
});

test('what a killed one left is taken over', async () => {
  const place = await ownPlace();
  await killedHost(place);
  expect((await stat(join(place.profile, 'run/azimuth.sock'))).isSocket()).toBe(true);
  await place.startHost();
  expect(await place.azimuth('--version')).toMatchObject({ code: 0, stderr: '' });
});

test('it does not start where somebody else may listen', async () => {
  const { run, profile, environment } = await ownPlace();
  await mkdir(join(profile, 'elsewhere'));
  await symlink(join(profile, 'elsewhere'), join(profile, 'run'));
  expect(await run(process.execPath, [headless], environment)).toEqual({
    code: 1,
    stdout: '',
    stderr: `Azimuth could not start: ${profile}/run is not a folder of yours. Remove it and start again.\n`,
  });
});

test('it says what to do where its folder can not be', async () => {
  const { run, profile, environment } = await ownPlace();
  const folder = join(profile, 'a-file');
  await writeFile(folder, '');
  const ended = await run(process.execPath, [headless], { ...environment, AZIMUTH_HOME: folder });
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(
    /^Azimuth could not start: Something else stands at .*a-file.* Move it, or name another folder in AZIMUTH_HOME, and start again\. \(E/,
  );
});

/** A host that had no time to clean up. */
async function killedHost({ environment }: Place): Promise<void> {
  const host = spawn(process.execPath, [headless], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise((resolve) => host.stdout.once('data', resolve));
  const ended = new Promise((resolve) => host.once('exit', resolve));
  host.kill('SIGKILL');
  await ended;
}
