import { expect, test } from 'vitest';
import { formatAnswer } from '../../../src/main/views/cli-format.ts';
import type { OutputFormat } from '../../../src/main/views/cli-format.ts';
import { readQuery } from '../../../src/main/views/cli-query.ts';

const value = {
  name: 'Contoso',
  state: 'Enabled',
  isDefault: true,
  count: 3,
  user: { type: 'user', name: 'adele' },
  list: [
    { name: 'b', size: 2, state: 'Enabled' },
    { name: 'a', size: 1, state: 'Off' },
  ],
};

function shown(query: string, format: OutputFormat): string | undefined {
  const answer = readQuery(query)?.({ value });
  return answer?.ok === true ? formatAnswer(answer.value, format) : answer?.problem.message;
}

// Each of these is what Azure CLI 2.45 (jmespath 1.0.1 for Python) prints of the same value.
test.each<[string, OutputFormat, string]>([
  ['name', 'json', '"Contoso"\n'],
  ['name', 'tsv', 'Contoso\n'],
  ['name', 'yaml', 'Contoso\n...\n'],
  ['isDefault', 'tsv', 'true\n'],
  ['isDefault', 'table', 'Result\n--------\nTrue\n'],
  ['nope', 'json', ''],
  ['nope', 'table', ''],
  ['[isDefault,nope,name]', 'tsv', 'true\nNone\nContoso\n'],
  ['[isDefault,nope,name]', 'table', 'Result\n--------\nTrue\n\nContoso\n'],
  ['{b:isDefault,a:nope}', 'tsv', 'True\tNone\n'],
  ['{b:isDefault,a:nope}', 'json', '{\n  "a": null,\n  "b": true\n}\n'],
  ['{b:isDefault,a:nope}', 'yaml', 'a: null\nb: true\n'],
  ['user', 'tsv', 'adele\tuser\n'],
  [
    'list[].[name,size]',
    'table',
    'Column1    Column2\n---------  ---------\nb          2\na          1\n',
  ],
  ['list[].{Z:name,A:size}', 'tsv', 'b\t2\na\t1\n'],
  ['list[?state==`Enabled`].name', 'tsv', 'b\n'],
  ["list[?state!='Enabled'].name | [0]", 'tsv', 'a\n'],
  ['sort_by(list,&name)[].name', 'tsv', 'a\nb\n'],
  ['list', 'tsv', 'b\t2\tEnabled\na\t1\tOff\n'],
  ['length(list)', 'json', '2\n'],
  ['to_string(user)', 'tsv', '{"type":"user","name":"adele"}\n'],
])('%s as %s', (query, format, text) => {
  expect(shown(query, format)).toBe(text);
});

test.each(['[[', '', 'name.', 'a b', '`bad', "'bad", '"bad', 'length(', '$', 'name[', '{a:name,}'])(
  '%j is no query',
  (text) => {
    expect(readQuery(text)).toBeUndefined();
  },
);

test.each([
  ['foo(@)', 'Unknown function: foo()'],
  ['length(isDefault)', 'TypeError: length()'],
  ['length(name,name)', 'ArgumentError: length()'],
])('%s can not be put to the value, and says why', (query, reason) => {
  expect(shown(query, 'json')).toContain(
    `Invalid jmespath query supplied for \`--query\`: ${reason}`,
  );
});

test('a query too deep for any stack is no query, and no crash', () => {
  expect(readQuery('['.repeat(200_000))).toBeUndefined();
  expect(readQuery('@'.padEnd(300_000, '.a'))).toBeUndefined();
});

test('a table without a column is an empty line', () => {
  expect(shown('{a:user}', 'table')).toBe('\n');
  expect(shown('`[]`', 'table')).toBe('\n');
});
