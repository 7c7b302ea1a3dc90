import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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

describe('a disk without hard links', () => {
  /** A folder on it, and processes that answer as long as they live. */
  async function disk() {
    const folder = await temporaryFolder('azimuth-name-');
    const name = join(folder, 'azimuth.curl');
    const living = new Set<string>();
    const answers = async (path: string): Promise<boolean> =>
      living.has(await readFile(path, 'utf8').catch(() => ''));
    const claim = async (own: string): ReturnType<typeof claimName> => {
      await writeFile(join(folder, own), own);
      living.add(own);
      return claimName(join(folder, own), name, answers, noHardLinks);
    };
    return { folder, name, living, claim };
  }

  test('gives the name to the first who asks, and after its release to the next', async () => {
    const { folder, name, claim } = await disk();
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

  test('gives it to one of those who ask in the same instant, also in the place of a dead one', async () => {
    for (let round = 0; round < 50; round += 1) {
      const { folder, name, claim } = await disk();
      await writeFile(name, 'dead');
      const all = ['ada', 'bob', 'cyd'];
      const claims = await Promise.all(all.map(claim));
      const winners = all.filter((_one, index) => claims[index]);

      expect([winners, await readdir(folder)]).toEqual([
        [await readFile(name, 'utf8')],
        ['azimuth.curl'],
      ]);
    }
  });

  test.each(['bob.curl', 'ada'])(
    'gives it to the next where a process that was called %s died just before it had it',
    async (dead) => {
      const { folder, name, claim } = await disk();
      await mkdir(`${name}.turn`);
      await writeFile(join(`${name}.turn`, dead), '');
      await claim('ada');

      expect([await readFile(name, 'utf8'), await readdir(folder)]).toEqual([
        'ada',
        ['azimuth.curl'],
      ]);
    },
  );
});

/** What Linux says on FAT. */
const noHardLinks = (): Promise<never> =>
  Promise.reject(
    Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' }),
  );
