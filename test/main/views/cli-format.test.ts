import { expect, test } from 'vitest';
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
