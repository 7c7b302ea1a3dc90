import { format, inspect } from 'node:util';
import { expect, test } from 'vitest';
import { secret } from '../../../src/main/core/secret.ts';

test('a secret is given only to who asks for it by name', () => {
  const hidden = secret('hunter2');
  const shown = [
    format('%s', hidden),
    JSON.stringify({ hidden }),
    inspect(hidden, { depth: 5, showHidden: true }),
    JSON.stringify(Object.entries(hidden)),
  ];

  expect(hidden.reveal()).toBe('hunter2');
  expect(shown.join()).not.toContain('hunter2');
});

test('a secret can not cross to another process', () => {
  expect(() => structuredClone(secret('hunter2'))).toThrow();
});
