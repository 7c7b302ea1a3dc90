import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SystemClipboard } from '../../../src/main/core/ports/desktop.ts';
import { findWaylandClipboard } from '../../../src/main/electron/wayland-clipboard.ts';
import { temporaryFolder } from '../../cli/shim-folder.ts';
import type { WaylandSession } from '../../preview/wayland.ts';
import { startWayland } from '../../preview/wayland.ts';

let session: WaylandSession;

beforeAll(async () => {
  session = await startWayland();
});

afterAll(() => session.stop());

async function clipboardHere(path = process.env['PATH']): Promise<SystemClipboard> {
  const found = await findWaylandClipboard({ ...process.env, ...session.env, PATH: path });
  if (!found) throw new Error('wl-copy and wl-paste were not found');
  return found;
}

test('a copied secret is what other programs of a Wayland session paste, to the letter', async () => {
  const clipboard = await clipboardHere();
  const secret = '  eyJ0eXAi.“ä”\nof two lines\n';
  await clipboard.writeSecret(secret);

  expect([await session.pasted(), await clipboard.read()]).toEqual([secret, secret]);
});

test('a cleared clipboard has nothing to paste, and what others copied is read', async () => {
  const clipboard = await clipboardHere();
  await clipboard.writeSecret('a token');
  await clipboard.clear();
  const cleared = [await session.pasted(), await clipboard.read()];
  await session.copy('my own text');

  expect([...cleared, await clipboard.read()]).toEqual(['', '', 'my own text']);
});

/** A program that notes its arguments, in front of the real ones. */
async function pathWith(name: string, script: string): Promise<string> {
  const folder = await temporaryFolder('azimuth-wayland-tools-');
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o755);
  return `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
}

test('a wl-copy that can mark a secret is told that it is one, and only then', async () => {
  const noted = join(await temporaryFolder('azimuth-wayland-notes-'), 'arguments');
  const path = await pathWith(
    'wl-copy',
    `[ "$1" = --help ] && echo '-s, --sensitive' && exit; cat > /dev/null; echo "$*" >> '${noted}'`,
  );
  const clipboard = await clipboardHere(path);
  const marked = await clipboard.writeSecret('a token');
  await clipboard.write('an id');

  expect(marked).toBe(true);
  expect(await readFile(noted, 'utf8')).toBe('--type text/plain --sensitive\n--type text/plain\n');
});

test('a wl-copy that fails is no copy, and neither is a wl-paste that fails an empty clipboard', async () => {
  const failing = (name: string) => pathWith(name, '[ "$1" = --help ] || exit 1');
  const copying = await clipboardHere(await failing('wl-copy'));
  const pasting = await clipboardHere(await failing('wl-paste'));

  await expect(copying.writeSecret('a token')).rejects.toThrow('wl-copy ended with 1');
  await expect(pasting.read()).rejects.toThrow('wl-paste ended with 1');
});

test('without wl-clipboard there is none', async () => {
  expect(await findWaylandClipboard({ ...session.env, PATH: '/nowhere' })).toBeUndefined();
});
