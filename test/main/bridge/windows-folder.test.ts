import { expect, test } from 'vitest';
import { privateFolderArguments, userIn } from '../../../src/main/bridge/windows-folder.ts';

test('the user is known by the identifier, whatever the name', () => {
  expect(
    userIn('"contoso\\ada, ""the first""","S-1-5-21-1004336348-1177238915-682003330-512"\r\n'),
  ).toBe('S-1-5-21-1004336348-1177238915-682003330-512');
  expect(userIn('ERROR: Unable to get user claims information.\r\n')).toBeUndefined();
});

test('the folder loses what it inherits, and lets in its user and the system', () => {
  expect(privateFolderArguments('C:\\Users\\ada\\run', 'S-1-5-21-1')).toEqual([
    'C:\\Users\\ada\\run',
    '/inheritance:r',
    '/grant:r',
    '*S-1-5-21-1:(OI)(CI)F',
    '*S-1-5-18:(OI)(CI)F',
    '/q',
  ]);
});
