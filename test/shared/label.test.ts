import { expect, test } from 'vitest';
import { fullName, labelSchema } from '../../src/shared/label.ts';

const nicknameOf = (nickname: string): unknown => {
  const parsed = labelSchema.safeParse({ nickname });
  return parsed.success ? parsed.data.nickname : parsed.error.issues[0]?.message;
};

test('a nickname is one line of up to 60 characters in any script, without the spaces at its ends', () => {
  expect(['  Day job ', '   ', 'データ 👩‍💻', 'x'.repeat(60)].map(nicknameOf)).toEqual([
    'Day job',
    undefined,
    'データ 👩‍💻',
    'x'.repeat(60),
  ]);
  expect(['x'.repeat(61), 'a\nb', 'a\u0000b', 'a\u202Eb', 'a\u2028b'].map(nicknameOf)).toEqual([
    'A nickname has at most 60 characters.',
    ...Array<string>(4).fill('A nickname is one line of plain text.'),
  ]);
});

test('a colour is one of the palette', () => {
  expect(labelSchema.safeParse({ colour: 'teal' }).success).toBe(true);
  expect(labelSchema.safeParse({ colour: '#fff' }).success).toBe(false);
});

test('a full name has the true name behind the nickname', () => {
  expect([
    fullName({ nickname: 'Work' }, 'Contoso'),
    fullName({ colour: 'red' }, 'Contoso'),
  ]).toEqual(['Work (Contoso)', 'Contoso']);
});
