import {
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Bridge } from '../../../src/main/bridge/open-bridge.ts';
import { openBridge } from '../../../src/main/bridge/open-bridge.ts';
import { systemClock } from '../../../src/main/system-clock.ts';

async function newProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'azimuth-bridge-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true }));
  return profile;
}

async function open(profile: string): Promise<Bridge | undefined> {
  const bridge = await openBridge(profile, systemClock);
  onTestFinished(() => bridge?.close());
  return bridge;
}

const modeOf = async (path: string): Promise<string> =>
  ((await stat(path)).mode & 0o777).toString(8);

test('the socket and its folder are for their owner only, also where the folder was open before', async () => {
  const profile = await newProfile();
  await mkdir(join(profile, 'run'), { mode: 0o755 });
  const bridge = await open(profile);
  expect(bridge?.foundAt).toBe(join(profile, 'run/azimuth.sock'));
  expect([await modeOf(join(profile, 'run')), await modeOf(bridge?.foundAt ?? '')]).toEqual([
    '700',
    '600',
  ]);
});

test('a profile has one server; the next one gets it when the first has left', async () => {
  const profile = await newProfile();
  const first = await open(profile);
  expect(await open(profile)).toBeUndefined();
  await first?.close();
  await expect(stat(join(profile, 'run/azimuth.sock'))).rejects.toThrow('ENOENT');
  expect(await open(profile)).toBeDefined();
});

test('what a killed server left is replaced, and nothing else lies about', async () => {
  const profile = await newProfile();
  const socket = join(profile, 'run/azimuth.sock');
  await mkdir(dirname(socket), { mode: 0o700 });
  // A server that is closed takes its path away; one that was bound elsewhere and moved here leaves it, as a killed one does.
  await leaveDeadSocket(socket);
  const bridge = await open(profile);
  expect(bridge?.foundAt).toBe(socket);
  expect((await stat(socket)).isSocket()).toBe(true);
});

test('a file in the way of the socket is replaced too', async () => {
  const profile = await newProfile();
  await mkdir(join(profile, 'run'), { mode: 0o700 });
  await writeFile(join(profile, 'run/azimuth.sock'), 'no socket');
  expect(await open(profile)).toBeDefined();
});

test('a symbolic link in place of the folder is refused', async () => {
  const profile = await newProfile();
  const elsewhere = await newProfile();
  await symlink(elsewhere, join(profile, 'run'));
  await expect(openBridge(profile, systemClock)).rejects.toThrow('is not a folder of yours');
});

test('a profile too deep for a socket says where the socket is', async () => {
  const profile = join(await newProfile(), 'deep'.repeat(30));
  const bridge = await open(profile);
  const socket = bridge?.foundAt ?? '';
  expect(socket.startsWith(profile)).toBe(false);
  expect(Buffer.byteLength(socket)).toBeLessThan(104);
  expect(await readFile(join(profile, 'run/azimuth.at'), 'utf8')).toBe(`${socket}\n`);
  expect(await modeOf(dirname(socket))).toBe('700');
  expect(await open(profile)).toBeUndefined();
  await bridge?.close();
  await expect(stat(dirname(socket))).rejects.toThrow('ENOENT');
});

async function leaveDeadSocket(path: string): Promise<void> {
  const server = createServer();
  const bound = `${path}.bound`;
  await new Promise<void>((resolve) => {
    server.listen(bound, () => resolve());
  });
  await rename(bound, path);
  await new Promise((resolve) => {
    server.close(resolve);
  });
  await unlink(bound).catch(() => undefined);
}
