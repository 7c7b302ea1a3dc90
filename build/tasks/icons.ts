import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';
import sharp from 'sharp';
import { root } from '../paths.ts';

// Draws every icon of the packages from build/icon.svg. The results are committed: packaging must not depend on a renderer.
const source = readFileSync(join(root, 'build/icon.svg'), 'utf8');
const sourceSize = 1024;
const folder = join(root, 'build/icons');

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/** The entries that Apple's iconutil writes, with the size in pixels of each. */
const macEntries = [
  ['ic04', 16],
  ['ic05', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const;
/** Apple's template keeps a margin around the mark: 824 of 1024. */
const macShare = 824 / 1024;

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'linux'), { recursive: true });

for (const size of linuxSizes) {
  writeFileSync(join(folder, 'linux', `${size}x${size}.png`), await draw(size));
}

const ico = new IconIco();
for (const size of windowsSizes) await ico.addFromPng(await draw(size));
writeFileSync(join(folder, 'icon.ico'), ico.encode());

const icns = new IconIcns();
for (const [type, size] of macEntries) await icns.addFromPng(await draw(size, macShare), [type]);
writeFileSync(join(folder, 'icon.icns'), icns.encode());

/** Rendered at its own size, never scaled down from a larger picture, which blurs the small ones. */
function draw(size: number, share = 1): Promise<Buffer> {
  const side = sourceSize / share;
  const start = (sourceSize - side) / 2;
  const view = `viewBox="${start} ${start} ${side} ${side}" width="${size}" height="${size}"`;
  const picture = source.replace(/viewBox="[^"]*"/, view);
  return sharp(Buffer.from(picture)).png({ compressionLevel: 9 }).toBuffer();
}
