import { expect, test } from 'vitest';
import { parseOptions } from '../../../src/main/bridge/parse-options.ts';

const options = {
  output: { kind: 'text', flags: ['--output', '-o'], help: '', choices: ['json', 'tsv'] },
  subscription: { kind: 'text', flags: ['--subscription', '-s', '--name', '-n'], help: '' },
  scope: { kind: 'texts', flags: ['--scope'], help: '' },
  all: { kind: 'flag', flags: ['--all'], help: '' },
} as const;

test.each([
  [['-o', 'tsv'], { output: 'tsv' }],
  [['-o=tsv'], { output: 'tsv' }],
  [['-otsv'], { output: 'tsv' }],
  [['--output', 'TSV'], { output: 'tsv' }],
  [['--output=Json'], { output: 'json' }],
  [['-s', 'a', '-n=b'], { subscription: 'b' }],
  [['--name', ''], { subscription: '' }],
  [['--name='], { subscription: '' }],
  [['-s', 'a=b'], { subscription: 'a=b' }],
  [['--scope', 'a', 'b', '--all'], { scope: ['a', 'b'], all: true }],
  [['--scope', 'a', '--scope', 'c'], { scope: ['c'] }],
  [['--out', 'tsv'], { output: 'tsv' }],
  [['--su=x'], { subscription: 'x' }],
  [['-s', 'a b -c'], { subscription: 'a b -c' }],
  [['-s', '--not an option'], { subscription: '--not an option' }],
  [['-s', '-1'], { subscription: '-1' }],
  [['--na', 'x', '--al'], { subscription: 'x', all: true }],
  [['-s', '-'], { subscription: '-' }],
  [[], {}],
])('%j is read as Azure CLI reads it', (words, values) => {
  const nothing = { output: undefined, subscription: undefined, scope: [], all: false };
  expect(parseOptions(options, words, 'az test')).toEqual({
    kind: 'values',
    values: { ...nothing, ...values },
  });
});

test.each([
  [['--nope'], 'unrecognized arguments: --nope'],
  [['-x'], 'unrecognized arguments: -x'],
  [['word'], 'unrecognized arguments: word'],
  [['-s'], 'argument --subscription/-s/--name/-n: expected one argument'],
  [['-s', '--all'], 'argument --subscription/-s/--name/-n: expected one argument'],
  [['--scope', '--all'], 'argument --scope: expected at least one argument'],
  [['--all=yes'], "argument --all: ignored explicit argument 'yes'"],
  [['--s', 'x'], 'ambiguous option: --s could match --subscription, --scope'],
  [['--foo', 'bar', 'baz', '--all'], 'unrecognized arguments: --foo bar baz'],
  [['--all', '--', 'x'], 'unrecognized arguments: -- x'],
  [
    ['-o', 'jsno'],
    "az test: 'jsno' is not a valid value for '--output'. Allowed values: json, tsv.\nDid you mean 'json' ?",
  ],
  [['-o', 'xml'], "az test: 'xml' is not a valid value for '--output'. Allowed values: json, tsv."],
  [['--__proto__', 'x'], 'unrecognized arguments: --__proto__ x'],
])('%j is complained about in its words', (words, complaint) => {
  expect(parseOptions(options, words, 'az test')).toEqual({ kind: 'complaint', complaint });
});
