import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { root } from '../../build/paths.ts';

const icons = join(root, 'build/icons');

test('every Linux icon has the size its name says, and clear corners', async () => {
  const paths = globSync('linux/*.png', { cwd: icons });
  expect(paths.length).toBe(9);
  for (const path of paths) {
    const size = Number.parseInt(basename(path), 10);
    const image = sharp(join(icons, path)).ensureAlpha();
    const { width, height } = await image.metadata();
    const pixels = await image.raw().toBuffer();
    const alpha = (x: number, y: number): number => pixels[(y * size + x) * 4 + 3] ?? -1;
    expect({ width, height }).toEqual({ width: size, height: size });
    expect([alpha(0, 0), alpha(size - 1, size - 1)]).not.toContain(255);
    expect(alpha(size / 2, size / 2)).toBe(255);
  }
});

test('the Windows icon has the sizes that Windows asks for', () => {
  const ico = readFileSync(join(icons, 'icon.ico'));
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    return ico.readUInt8(6 + index * 16) || 256;
  });
  expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
});

test("the Mac icon has the entries that Apple's own tool writes", () => {
  const icns = readFileSync(join(icons, 'icon.icns'));
  const types: string[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    types.push(icns.toString('latin1', at, at + 4));
  }
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  expect(types).toEqual([
    'ic04',
    'ic05',
    'ic07',
    'ic08',
    'ic09',
    'ic10',
    'ic11',
    'ic12',
    'ic13',
    'ic14',
  ]);
});
