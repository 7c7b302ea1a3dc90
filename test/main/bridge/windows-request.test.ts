import { expect, test } from 'vitest';
import { readCommand, readTyped, readVariables } from '../../../src/main/bridge/windows-request.ts';

const bodyOf = (...lines: string[]): Buffer =>
  Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'utf16le');

test('a command line with all that is said of where it was typed', () => {
  const body = bodyOf(
    'azimuth.folder=C:\\Users\\ada',
    'azimuth.line=doctor -o json',
    'azimuth.name=az',
    'azimuth.path=C:\\Windows;C:\\bin',
    'azimuth.person=yes',
    'azimuth.self=42',
    'azimuth.set= PATH ProgramFiles(x86)',
    'AZIMUTH_CONTEXT=lab=1',
    'azimuth_spent=2000',
    'later=x',
  );
  expect(readCommand(readVariables(body)).line).toEqual({
    words: ['doctor', '-o', 'json'],
    name: 'az',
    colour: false,
    spent: 2000,
    folder: 'C:\\Users\\ada',
    context: 'lab=1',
    hasPerson: true,
    clientPid: 42,
    path: 'C:\\Windows;C:\\bin',
    variables: ['PATH', 'ProgramFiles(x86)'],
  });
});

test.each([[bodyOf()], [Buffer.from([1])], [bodyOf('azimuth.self=-1', 'azimuth_spent=1e9')]])(
  'what makes no sense is as if it was not there',
  (body) => {
    expect(readCommand(readVariables(body)).line).toEqual({
      words: [],
      name: 'azimuth',
      colour: false,
      spent: 0,
    });
  },
);

test('what was typed comes as it is, or as PowerShell passes on what was not shown', () => {
  const hidden = Buffer.from(' ü=;" ', 'utf16le').toString('base64');
  expect(readTyped(readVariables(bodyOf('azimuth.typed= a=b "c" ')))).toBe(' a=b "c" ');
  expect(readTyped(readVariables(bodyOf(`azimuth.hidden=${hidden}`)))).toBe(' ü=;" ');
  expect(readTyped(readVariables(bodyOf()))).toBe('');
});
