import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimName } from '../../../src/main/bridge/claim-name.ts';
import { temporaryFolder } from '../../cli/shim-folder.ts';

test('where no name can be given, the file of its own is not left lying about', async () => {
  const folder = await temporaryFolder('azimuth-name-');
  const own = join(folder, '1.curl');
  await writeFile(own, 'a secret');
  const nowhere = join(folder, 'no-such-folder', 'azimuth.curl');

  await expect(claimName(own, nowhere, async () => false)).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).toEqual([]);
});

test('a disk without hard links gives the name to the first who asks, and after its release to the next', async () => {
  const folder = await temporaryFolder('azimuth-name-');
  const name = join(folder, 'azimuth.curl');
  const claim = async (own: string): ReturnType<typeof claimName> => {
    await writeFile(join(folder, own), own);
    const answers = async (path: string): Promise<boolean> => (await readFile(path)).length > 0;
    return claimName(join(folder, own), name, answers, noHardLinks);
  };

  const first = await claim('first');
  const second = await claim('second');
  expect([second, await readFile(name, 'utf8')]).toEqual([undefined, 'first']);
  await first?.release();
  await claim('third');
  expect([await readFile(name, 'utf8'), await readdir(folder)]).toEqual([
    'third',
    ['azimuth.curl'],
  ]);
});

/** What Linux says on FAT. */
const noHardLinks = (): Promise<never> =>
  Promise.reject(
    Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' }),
  );
