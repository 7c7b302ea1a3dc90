import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyLength, openText, sealText } from '../../../src/main/storage/envelope.ts';

const key = randomBytes(keyLength);
const text = 'refresh token of Jürgen 🗝';
const sealed = sealText(key, 'accounts', text);

const changedAt = (index: number): Buffer => {
  const copy = Buffer.from(sealed);
  copy[index] = (copy[index] ?? 0) ^ 1;
  return copy;
};

describe('a sealed text', () => {
  test('opens with its key and name', () => {
    expect(openText(key, 'accounts', sealed)).toBe(text);
  });

  test('may be empty', () => {
    expect(openText(key, 'accounts', sealText(key, 'accounts', ''))).toBe('');
  });

  test('says what it is, and nothing of what is in it', () => {
    expect(sealed.subarray(0, 8)).toEqual(Buffer.from('AZIMUTH\x01'));
    expect(sealed.includes('refresh')).toBe(false);
  });

  test('is different each time, so that equal texts do not show', () => {
    expect(sealText(key, 'accounts', text).equals(sealed)).toBe(false);
  });

  test('does not open cut short at any length', () => {
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => openText(key, 'accounts', sealed.subarray(0, length)), `at ${length}`).toThrow();
    }
  });

  test('does not open with any byte changed, or one added', () => {
    for (let index = 0; index < sealed.length; index += 1) {
      expect(() => openText(key, 'accounts', changedAt(index)), `at ${index}`).toThrow();
    }
    expect(() => openText(key, 'accounts', Buffer.concat([sealed, Buffer.of(0)]))).toThrow();
  });

  test('does not open under another name: one file can not stand in for another', () => {
    expect(() => openText(key, 'directory', sealed)).toThrow();
  });

  test('does not open with another key', () => {
    expect(() => openText(randomBytes(keyLength), 'accounts', sealed)).toThrow();
  });

  test.each([
    ['is cut short', Buffer.from('AZIMUTH\x01'), 'the file is cut short'],
    ['is something else', Buffer.alloc(100, '{'), 'this is no vault file'],
    ['is of another version', changedAt(7), 'the file is of another version'],
  ])('that %s says so', (_damage, bytes, message) => {
    expect(() => openText(key, 'accounts', bytes)).toThrow(message);
  });
});
