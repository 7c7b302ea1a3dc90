import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { root } from '../../build/paths.ts';
import { temporaryFolder } from '../main/storage/temporary-folder.ts';

/** How far a channel of a pixel may be off: another version of the renderer may round an edge in another way. */
const rounding = 8;

const pixelsOf = (file: string): Promise<Buffer> => sharp(file).ensureAlpha().raw().toBuffer();

async function isSamePicture(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
  return (
    left.length === right.length &&
    left.every((value, at) => Math.abs(value - (right[at] ?? Infinity)) <= rounding)
  );
}

test("the committed pictures of the tray are those of today's drawing", async () => {
  const folder = await temporaryFolder();
  const task = join(root, 'build/tasks/tray-icons.ts');
  await promisify(execFile)(process.execPath, [task, folder]);
  const pictures = globSync('{build/tray/**,docs/images}/*.png', { cwd: folder }).toSorted();
  const committed = globSync('build/tray/**/*.png', { cwd: root });
  const stale: string[] = [];
  for (const each of pictures) {
    if (!(await isSamePicture(join(folder, each), join(root, each)))) stale.push(each);
  }

  expect(stale).toEqual([]);
  expect(pictures.toSorted()).toEqual([...committed, 'docs/images/tray-signs.png'].toSorted());
});
