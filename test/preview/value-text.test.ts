import { expect, test } from 'vitest';
import { valueText } from './value-text.ts';

const { encode, decode } = valueText();

test('what a structured clone keeps comes back the same', () => {
  const value = {
    nothing: null,
    missing: undefined,
    numbers: [0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY],
    big: 12345678901234567890n,
    when: new Date(86_400_000),
    map: new Map<unknown, unknown>([['a', new Set([1, undefined])]]),
    bytes: new Uint8Array([0, 127, 255]),
    tagged: { $type: 'Date', of: 'not a date' },
    text: 'Grüße, 世界 \u2028 \0',
  };
  expect(decode(encode(value))).toStrictEqual(value);
});

test('an error keeps its name, message and stack', () => {
  const error = new RangeError('too far');
  const copy = decode(encode(error));
  expect(copy).toBeInstanceOf(Error);
  expect(copy).toMatchObject({ name: 'RangeError', message: 'too far', stack: error.stack });
});

test('plain JSON is carried as one JSON text', () => {
  expect(encode({ a: [1, 'b', null] })).toBe('={"a":[1,"b",null]}');
});

test('a function cannot be sent, in the words of Electron', () => {
  expect(() => encode({ run: () => 1 })).toThrow('An object could not be cloned.');
});
