import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { traySigns } from '../../src/main/views/tray-look.ts';
import { colours } from '../../src/shared/colour.ts';
import { root } from '../paths.ts';

// Draws every picture of the tray from build/tray.svg, each at its own size. The results are committed; a test names another
// folder, to compare.
const [into = root] = process.argv.slice(2);
const source = readFileSync(join(root, 'build/tray.svg'), 'utf8');
const folder = join(into, 'build/tray');

/** What Electron takes for the factors of a display: https://www.electronjs.org/docs/latest/api/native-image. */
const scales = [
  ['', 1],
  ['@1.25x', 1.25],
  ['@1.5x', 1.5],
  ['@2x', 2],
  ['@2.5x', 2.5],
  ['@3x', 3],
] as const;
const macScales = [
  ['', 1],
  ['@2x', 2],
] as const;

/** Points of a tray on macOS and Windows. */
const side = 16;
/** Linux desktops are sent the picture of factor 1 alone, whatever the display: this is the largest that they show. */
const linuxSide = 32;

/** The picture's own colour and that of its warning, by what it lies on. */
const inks = {
  'on-dark': { ink: '#ffffff', accent: '#ffb347' },
  'on-light': { ink: '#1f1f1f', accent: '#c2410c' },
} as const;
/** Of a template macOS takes the shape alone. */
const templateInk = { ink: '#000000', accent: '#000000' };

type Ink = { readonly ink: string; readonly accent: string };

rmSync(folder, { recursive: true, force: true });

for (const sign of traySigns) {
  for (const [suffix, scale] of macScales) {
    await write(`darwin/${sign}Template${suffix}.png`, drawSign(sign, templateInk), side * scale);
  }
  for (const [tone, ink] of Object.entries(inks)) {
    const drawing = drawSign(sign, ink);
    await write(`linux/${sign}-${tone}.png`, drawing, linuxSide);
    for (const [suffix, scale] of scales) {
      await write(`win32/${sign}-${tone}${suffix}.png`, drawing, side * scale);
    }
  }
}

for (const [name, { light, dark }] of Object.entries(colours)) {
  for (const [tone, fill] of Object.entries({ light, dark })) {
    for (const [suffix, scale] of macScales) {
      await write(`dots/${name}-${tone}${suffix}.png`, drawDot(fill), side * scale);
    }
  }
}

// What docs/tray.md shows: every sign on both kinds of panel, four times as large as it is and as it is.
const cell = { width: 128, height: 96 };
const panels = [
  ['#202020', inks['on-dark']],
  ['#f0f0f0', inks['on-light']],
] as const;
const cells = panels.flatMap(([panel, ink], row) =>
  traySigns.map((sign, column) => {
    const [x, y] = [column * cell.width, row * cell.height];
    // Masks are found by their name, which has to be another one in each drawing.
    const drawing = drawSign(sign, ink)
      .replaceAll('"cut"', `"cut${row}${column}"`)
      .replaceAll('#cut', `#cut${row}${column}`);
    const at = (left: number, top: number, size: number): string =>
      drawing.replace(
        '<svg ',
        `<svg x="${x + left}" y="${y + top}" width="${size}" height="${size}" `,
      );
    return `<rect x="${x}" y="${y}" width="${cell.width}" height="${cell.height}" fill="${panel}"/>${at(16, 16, 64)}${at(96, 40, 16)}`;
  }),
);
const [wide, high] = [traySigns.length * cell.width, panels.length * cell.height];
mkdirSync(join(into, 'docs/images'), { recursive: true });
writeFileSync(
  join(into, 'docs/images/tray-signs.png'),
  await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}">${cells.join('')}</svg>`,
    ),
  )
    .png({ compressionLevel: 9 })
    .toBuffer(),
);

/** The drawing with the groups of one sign. */
function drawSign(sign: string, { ink, accent }: Ink): string {
  return source
    .replaceAll(/<g class="([\w ]+)".*?<\/g>/gs, (group, signs: string) =>
      signs.split(' ').includes(sign) ? group : '',
    )
    .replaceAll('currentColor', ink)
    .replaceAll('"accent"', `"${accent}"`);
}

function drawDot(fill: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="4.5" fill="${fill}"/></svg>`;
}

async function write(name: string, drawing: string, size: number): Promise<void> {
  const sized = drawing.replace('<svg ', `<svg width="${size}" height="${size}" `);
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await sharp(Buffer.from(sized)).png({ compressionLevel: 9 }).toBuffer());
}
