import { expect, test } from 'vitest';
import type { Json } from '../../../src/shared/json.ts';
import { formatAnswer } from '../../../src/main/views/cli-format.ts';

const rows = [
  { name: 'b', id: '1', ok: true, none: null, list: [1, 2], inner: { x: 1 }, count: 3 },
  { name: 'Süd\t7', id: '2', ok: false, none: null, list: [], inner: {}, count: 10 },
];

test('JSON has its keys sorted, two blanks, one blank after a colon, and letters as they are', () => {
  expect(formatAnswer({ value: { b: 'ü', a: { d: [], c: {} } } }, 'json')).toBe(
    '{\n  "a": {\n    "c": {},\n    "d": []\n  },\n  "b": "ü"\n}\n',
  );
  expect(formatAnswer({ value: [] }, 'jsonc')).toBe('[]\n');
});

// These are what knack and tabulate print of the same values, but for the tab, which we turn into a blank.
test('a table has the single values by name, without ids', () => {
  expect(formatAnswer({ value: rows }, 'table')).toBe(
    'Count    Name    Ok\n-------  ------  -----\n3        b       True\n10       Süd 7   False\n',
  );
  expect(formatAnswer({ value: [] }, 'table')).toBe('\n');
});

test('a column lines up where letters are wide, half as wide, or stand on others', () => {
  const names = ['本番環境', 'ﾃｽﾄ', 'Zoe\u0308', '한국 ・ー', '🧭'];
  const table = formatAnswer({ value: [], table: names.map((Name) => ({ Name, Id: 1 })) }, 'table');
  expect(table).toBe(
    [
      'Name       Id',
      '---------  ----',
      '本番環境   1',
      'ﾃｽﾄ        1',
      'Zoe\u0308        1',
      '한국 ・ー  1',
      '🧭         1',
      '',
    ].join('\n'),
  );
});

test('tsv has every column by name; lists are counted and objects are empty', () => {
  expect(formatAnswer({ value: rows }, 'tsv')).toBe(
    '3\t1\t\t2\tb\tNone\tTrue\n10\t2\t\t0\tSüd\t7\tNone\tFalse\n',
  );
  expect(formatAnswer({ value: true }, 'tsv')).toBe('true\n');
});

test('own columns go first; none is nothing', () => {
  expect(formatAnswer({ value: rows, table: [{ A: 'x', B: null }] }, 'table')).toBe(
    'A    B\n---  ---\nx\n',
  );
  expect(formatAnswer({ value: rows }, 'none')).toBe('');
});

// What PyYAML's safe_dump writes of the same values.
test.each<[Json, string]>([
  ['Contoso', 'Contoso\n...\n'],
  [18, '18\n...\n'],
  ['yes', "'yes'\n"],
  ['2026-11-22 18:45:14.000000', "'2026-11-22 18:45:14.000000'\n"],
  ['a: b', "'a: b'\n"],
  [[], '[]\n'],
  [{ b: [{ z: [], x: {} }], a: { c: null } }, 'a:\n  c: null\nb:\n- x: {}\n  z: []\n'],
])('%j in YAML', (value, text) => {
  expect(formatAnswer({ value }, 'yaml')).toBe(text);
});

test('colours are for terminals, and change no letter', () => {
  const value = { name: 'a "b": c', ok: true, list: [1, null] };
  const escape = new RegExp(String.raw`\u{1B}\[\d+m`, 'gu');
  for (const format of ['json', 'yaml'] as const) {
    const plain = formatAnswer({ value }, format);
    const coloured = formatAnswer({ value }, `${format}c`, true);
    expect(coloured).toMatch(escape);
    expect(coloured?.replace(escape, '')).toBe(plain);
    expect(formatAnswer({ value }, `${format}c`)).toBe(plain);
    expect(formatAnswer({ value }, format, true)).toBe(plain);
  }
});
