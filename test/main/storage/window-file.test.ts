import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWindowFile } from '../../../src/main/storage/window-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const place = { bounds: { x: -10, y: 20, width: 900, height: 600 }, maximized: true };

test('the place of the window is there at the next start', async () => {
  const folder = await temporaryFolder();
  const first = await openWindowFile(folder);
  await Promise.all([first.keep({ ...place, maximized: false }), first.keep(place)]);

  expect([first.kept, (await openWindowFile(folder)).kept]).toEqual([place, place]);
});

test.each([
  ['no file', undefined],
  ['an empty file', ''],
  ['no JSON', '{'],
  ['a place that is none', '{"bounds":{"x":"left"}}'],
  ['lengths beyond every display', '{"bounds":{"x":1e9,"y":0,"width":1,"height":1}}'],
])('%s means the usual place', async (_case, content) => {
  const folder = await temporaryFolder();
  if (content !== undefined) await writeFile(join(folder, 'window.json'), content);

  expect((await openWindowFile(folder)).kept).toEqual({ maximized: false });
});

test('a place that can not be written is no trouble', async () => {
  const folder = join(await temporaryFolder(), 'profile');
  await writeFile(folder, 'a file in the way');
  const file = await openWindowFile(folder);
  await file.keep(place);

  expect([file.kept, await readFile(folder, 'utf8')]).toEqual([place, 'a file in the way']);
});
