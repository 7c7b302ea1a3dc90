import { expect, test } from 'vitest';
import { isPlain, plainName } from '../../src/shared/plain-name.ts';

test.each([
  ['an override', '\u202Eevil gpj.exe', 'evil gpj.exe'],
  ['an embedding and isolates', '\u202Aa\u202C \u2067b\u2069', 'a b'],
  ['line ends', 'Line\nbreak\ttab\u2028end\u2029', 'Line break tab end'],
  ["a terminal's escape", '\u001B[31mred\u0007', '[31mred'],
  ['nothing to see', ' \u202E\n ', ''],
])('a name with %s becomes one line that reads as it is written', (_what, name, plain) => {
  expect([plainName(name), isPlain(name)]).toEqual([plain, false]);
});

test.each([
  'نشاط الإنتاج (الرئيسي)\u200F',
  'C\u200E# בעברית\u200F!',
  'می\u200Cخواهم',
  '🧑‍🚀 & <b>データ</b>',
])('the name %s stays as it is', (name) => {
  expect([plainName(name), isPlain(name)]).toEqual([name, true]);
});
