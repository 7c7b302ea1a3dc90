import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newDataKey } from '../../../src/main/storage/data-key.ts';
import { createDocuments } from '../../../src/main/storage/documents.ts';
import { openText } from '../../../src/main/storage/envelope.ts';
import { createFakeClock, createFakeLog } from '../core/fakes.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('what was being written when the key changed is written again with the new one', async () => {
  const folder = await temporaryFolder();
  const documents = createDocuments({
    folder,
    clock: createFakeClock(),
    log: createFakeLog(),
    notice: () => undefined,
    settled: () => undefined,
  });
  const next = newDataKey();
  documents.useKey(newDataKey());
  const underWay = documents.write('accounts', 'Jürgen');
  await setImmediate();
  documents.useKey(next);
  await underWay;
  await documents.writeAll();

  expect(openText(next, 'accounts', await readFile(join(folder, 'accounts.vault')))).toBe('Jürgen');
});
