import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { callingProgram } from '../../../src/main/bridge/calling-program.ts';

const isTold = process.platform === 'linux';

test.each([
  ['a program of Node', process.execPath, ['-e', 'console.log(1); process.stdin.resume()']],
  ['another program', realpathSync('/bin/cat'), ['-', '/dev/null']],
])('%s is named as people know it, where the system tells', async (_what, program, words) => {
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.write('\n');
  await once(child.stdout, 'data');
  const name = await callingProgram(child.pid);
  child.stdin.end();
  await once(child, 'close');

  expect(name).toBe(isTold ? basename(realpathSync(program)) : undefined);
});

test('a process that is gone, or was not named, has no name', async () => {
  expect([await callingProgram(undefined), await callingProgram(2 ** 30)]).toEqual([
    undefined,
    undefined,
  ]);
});
