import { describe, expect, test } from 'vitest';
import type { Pressed } from '../../src/shared/accelerator.ts';
import { acceleratorLabel, acceleratorSchema, recordKeys } from '../../src/shared/accelerator.ts';
import { shortcutsSchema } from '../../src/shared/shortcut.ts';

const pressed = (key: string, code: string, ...held: readonly string[]): Pressed => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  metaKey: held.includes('meta'),
});

describe('keys that are pressed together', () => {
  test.each([
    [pressed('c', 'KeyC', 'alt', 'ctrl'), 'Control+Alt+C', 'Control+Alt+C'],
    [pressed('T', 'KeyT', 'shift', 'meta'), 'Shift+Super+T', 'Shift+Command+T'],
    // Of a German keyboard: the letter counts, not where it is.
    [pressed('z', 'KeyY', 'ctrl'), 'Control+Z', 'Control+Z'],
    // Option makes a sign of the letter on a Mac: then it is where it is that counts.
    [pressed('ç', 'KeyC', 'alt', 'ctrl'), 'Control+Alt+C', 'Control+Alt+C'],
    [pressed('!', 'Digit1', 'shift', 'ctrl'), 'Control+Shift+1', 'Control+Shift+1'],
    [pressed('F9', 'F9'), 'F9', 'F9'],
    [pressed(' ', 'Space', 'alt'), 'Alt+Space', 'Alt+Space'],
    [pressed('ArrowUp', 'ArrowUp', 'meta'), 'Super+Up', 'Command+Up'],
  ])('are a shortcut as Electron words it: %o', (keys, other, mac) => {
    const recorded = [recordKeys(keys, false), recordKeys(keys, true)];
    expect(recorded).toEqual([
      { kind: 'accelerator', accelerator: other },
      { kind: 'accelerator', accelerator: mac },
    ]);
    expect([other, mac].every((text) => acceleratorSchema.safeParse(text).success)).toBe(true);
  });

  test.each([
    [pressed('Control', 'ControlLeft', 'ctrl'), { kind: 'incomplete' }],
    [pressed('Meta', 'MetaLeft', 'meta'), { kind: 'incomplete' }],
    [pressed('c', 'KeyC'), { kind: 'unusable', why: 'Hold Ctrl or Alt as well.' }],
    [pressed('C', 'KeyC', 'shift'), { kind: 'unusable', why: 'Hold Ctrl or Alt as well.' }],
    [
      pressed('Dead', 'Quote', 'ctrl'),
      { kind: 'unusable', why: 'This key can’t be part of a shortcut.' },
    ],
  ])('are none where they would take what is typed, or are not yet all: %o', (keys, expected) => {
    expect(recordKeys(keys, false)).toEqual(expected);
  });
});

test.each([
  '',
  'C',
  'Shift+C',
  'Alt+Control+C',
  'Control+Control+C',
  'Control+',
  'Hyper+C',
  'Control+c',
])('%o is no shortcut of the settings', (text) =>
  expect(acceleratorSchema.safeParse(text).success).toBe(false),
);

test('two shortcuts have keys of their own', () => {
  const keys = 'Control+Alt+C';
  expect(
    shortcutsSchema.safeParse({ copyToken: keys, palette: keys }).error?.issues[0]?.message,
  ).toBe('These keys are the other shortcut already.');
  expect(shortcutsSchema.safeParse({}).success).toBe(true);
});

test('keys are called as people of the system know them', () => {
  expect([
    acceleratorLabel('Control+Alt+Shift+C', false),
    acceleratorLabel('Control+Alt+Shift+C', true),
    acceleratorLabel('Command+Space', true),
  ]).toEqual(['Ctrl+Alt+Shift+C', '⌃⌥⇧C', '⌘Space']);
});
