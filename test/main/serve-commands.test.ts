import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProfileBridge } from '../../src/main/serve-commands.ts';
import { temporaryFolder } from './storage/temporary-folder.ts';

test('a window opens also where the way in for terminals can not be made, and knows why', async () => {
  const file = join(await temporaryFolder(), 'a-file');
  await writeFile(file, '');
  const claimed = await openProfileBridge(file, async () => false);

  expect(claimed).toEqual({
    kind: 'ours',
    bridge: undefined,
    why: expect.stringMatching(/^Something else stands at .*a-file/),
  });
});
