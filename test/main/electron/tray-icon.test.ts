import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { root } from '../../../build/paths.ts';
import { colourDot, trayIcon } from '../../../src/main/electron/tray-icon.ts';
import { traySigns } from '../../../src/main/views/tray-look.ts';
import { colourNames } from '../../../src/shared/colour.ts';

const folder = join(root, 'build/tray');
const tones = [true, false];
const platforms = ['win32', 'darwin', 'linux'];
const all = platforms.flatMap((platform) =>
  traySigns.flatMap((sign) => tones.map((tone) => trayIcon(folder, platform, sign, tone))),
);

const sizeOf = async (file: string): Promise<number | undefined> =>
  (await sharp(file).metadata()).width;

test('every sign has its own picture for every system and panel', async () => {
  const pictures = await Promise.all(
    ['win32', 'linux'].flatMap((platform) =>
      traySigns.flatMap((sign) =>
        tones.map((tone) =>
          sharp(trayIcon(folder, platform, sign, tone))
            .raw()
            .toBuffer()
            .then(String),
        ),
      ),
    ),
  );
  expect(new Set(pictures).size).toBe(2 * traySigns.length * tones.length);
  expect(all.filter((file) => !existsSync(file))).toEqual([]);
});

test('Windows has a picture for each factor, macOS templates for two, Linux one that is only made smaller', async () => {
  const at = (platform: string, suffix: string): string =>
    trayIcon(folder, platform, 'locked', true).replace(/\.png$/, `${suffix}.png`);
  const factors = ['', '@1.25x', '@1.5x', '@2x', '@2.5x', '@3x'];

  expect([
    await Promise.all(factors.map((suffix) => sizeOf(at('win32', suffix)))),
    await Promise.all(['', '@2x'].map((suffix) => sizeOf(at('darwin', suffix)))),
    await sizeOf(at('linux', '')),
  ]).toEqual([[16, 20, 24, 32, 40, 48], [16, 32], 32]);
});

test('a template is black with a shape of its own, as macOS wants it', async () => {
  for (const sign of traySigns) {
    const image = sharp(trayIcon(folder, 'darwin', sign, false)).ensureAlpha();
    const pixels = await image.raw().toBuffer();
    const inks = pixels.filter((_, index) => index % 4 !== 3);
    expect(Math.max(...inks)).toBe(0);
    expect(pixels.some((value, index) => index % 4 === 3 && value === 255)).toBe(true);
  }
});

test('every colour has a dot for light menus and for dark ones', () => {
  const dots = colourNames.flatMap((name) => tones.map((dark) => colourDot(folder, name, dark)));
  expect(dots.filter((file) => !existsSync(file))).toEqual([]);
});
