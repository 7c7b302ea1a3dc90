import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isOfFileSystem, startFailure } from '../../../src/main/views/start-failure.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

/** An error as Node makes it. */
const systemError = (code: string, where: object): Error =>
  Object.assign(new Error(`${code}: it went wrong`), { code, ...where });

test.each([
  ['ENOSPC', 'There is no room for /p/run. Free some space'],
  ['EROFS', '/p/run can not be written. Change who may write there'],
  ['EACCES', '/p/run can not be written. Change who may write there'],
  ['EISDIR', 'Something else stands at /p/run or on the way to it. Move it'],
])('a start that ends with %s says what to do, and what the system said', (code, words) => {
  for (const where of [{ path: '/p/run' }, { address: '/p/run' }]) {
    const error = systemError(code, where);
    expect(startFailure(error)).toContain(words);
    expect(startFailure(error)).toContain(`(${code}: it went wrong)`);
    expect(isOfFileSystem(error)).toBe(true);
  }
});

test('a start that ends with anything else says just that', () => {
  const others = [new Error('a bug'), 'a text', systemError('EADDRINUSE', { address: '::1' })];
  expect(others.map((error) => [startFailure(error), isOfFileSystem(error)])).toEqual([
    ['a bug', false],
    ['a text', false],
    ['EADDRINUSE: it went wrong', false],
  ]);
});

test('what Node really throws names the place', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  const made: unknown = await mkdir(join(folder, 'file', 'run')).catch((error: unknown) => error);
  const server = createServer();
  const listened = new Promise((resolve) => server.once('error', resolve));
  server.listen(join(folder, 'file', 'run', 'a.sock'));

  expect(startFailure(made)).toContain(`at ${folder}/file/run or on the way`);
  expect(startFailure(await listened)).toContain(`${folder}/file/run/a.sock`);
});
