import { readdir, writeFile } from 'node:fs/promises';
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
