import { expect, test } from 'vitest';
import { packaging } from '../../../build/packaging/config.ts';
import { nameProgram } from '../../../src/main/electron/name-program.ts';

/** What a program on a platform says of itself. */
function said(platform: NodeJS.Platform): readonly string[] {
  const words: string[] = [];
  const say = (word: string): void => void words.push(word);
  nameProgram({ setName: say, setAppUserModelId: say }, platform);
  return words;
}

test('on Windows the program has the id of the shortcut that its installer makes', () => {
  expect([said('win32'), said('darwin'), said('linux')]).toEqual([
    [packaging.productName, packaging.appId],
    [packaging.productName],
    [packaging.productName],
  ]);
});
