import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/shared/settings.ts';
import { audienceSchema } from '../../src/shared/token-ask.ts';
import { commandInputs, commandSchema } from '../../src/shared/contract.ts';
import { settingsSchema } from '../../src/shared/settings.ts';
import { changeSettings } from '../../src/shared/settings.ts';

describe('a message to main', () => {
  test('names a command of the table', () => {
    for (const name of Object.keys(commandInputs)) {
      expect(commandSchema.parse({ name, input: 1 })).toEqual({ name, input: 1 });
    }
  });

  test.each([
    undefined,
    null,
    'sign-in',
    {},
    { name: 'format-disk', input: {} },
    { name: 'constructor', input: {} },
    { name: '__proto__', input: {} },
    { name: ['sign-in'], input: {} },
  ])('that is %j is none', (message) => {
    expect(commandSchema.safeParse(message).success).toBe(false);
  });
});

test('a failure of the window is cut to what a log should hold', () => {
  const { message, stack } = commandInputs['report-window-failure'].parse({
    message: 'm'.repeat(2_000_000),
    stack: 's'.repeat(2_000_000),
  });
  expect([message.length, stack.length]).toEqual([1_000, 8_000]);
});

describe('an audience', () => {
  test.each([
    { kind: 'known', id: 'graph' },
    { kind: 'resource', resource: 'https://a.example/' },
    { kind: 'scopes', scopes: ['User.Read'] },
  ])('may be %j', (audience) => {
    expect(audienceSchema.parse(audience)).toEqual(audience);
  });

  test('loses the blanks around a resource that was pasted', () => {
    expect(audienceSchema.parse({ kind: 'resource', resource: ' api://app\n' })).toEqual({
      kind: 'resource',
      resource: 'api://app',
    });
  });

  test.each([
    { kind: 'known', id: 'toString' },
    { kind: 'resource', resource: '  ' },
    { kind: 'resource', resource: 'two words' },
    { kind: 'resource', resource: 'x'.repeat(2_001) },
    { kind: 'scopes', scopes: [] },
    { kind: 'scopes', scopes: ['two words'] },
    { kind: 'scopes', scopes: Array.from({ length: 51 }, () => 'a') },
    { kind: 'anything' },
  ])('can not be %j', (audience) => {
    expect(audienceSchema.safeParse(audience).success).toBe(false);
  });
});

describe('a passphrase', () => {
  test.each(['eight888', '        ', 'x'.repeat(1_024), 'schlüssel 🔑'])(
    'to be can be %j, and is taken as it is typed',
    (passphrase) => {
      expect(commandInputs['set-passphrase'].parse({ passphrase })).toEqual({ passphrase });
    },
  );

  test.each([
    ['seven77', 'A passphrase has at least 8 characters.'],
    ['x'.repeat(2_000_000), 'A passphrase has at most 1,024 characters.'],
  ])('that is out of bounds is said in words', (passphrase, message) => {
    const parsed = commandInputs['set-passphrase'].safeParse({ passphrase });

    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  test('that is only tried may have any length but none', () => {
    const { unlock } = commandInputs;

    expect([
      unlock.safeParse({ passphrase: 'x' }).success,
      unlock.safeParse({}).success,
      unlock.safeParse({ passphrase: '' }).success,
    ]).toEqual([true, true, false]);
  });
});

describe('settings', () => {
  test('at first are within their own bounds', () => {
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  });

  test('change only in what is named', () => {
    expect(changeSettings(defaultSettings, { theme: 'dark', signInSeconds: undefined })).toEqual({
      ...defaultSettings,
      theme: 'dark',
    });
  });
});
