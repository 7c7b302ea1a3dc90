import { expect, test } from 'vitest';
import { pathLine, pathShellsFor } from '../../src/shared/shim.ts';

const linesOf = (folder: string): readonly string[] =>
  pathShellsFor(folder).map((shell) => pathLine(folder, shell));

test('a folder of Linux or macOS is put on PATH in the words of each shell', () => {
  expect(linesOf(`/home/it's \\ mine/shim`)).toEqual([
    `export PATH='/home/it'\\''s \\ mine/shim':"$PATH"`,
    `export PATH='/home/it'\\''s \\ mine/shim':"$PATH"`,
    `set -gx PATH '/home/it\\'s \\\\ mine/shim' $PATH`,
    `$env:PATH = '/home/it''s \\ mine/shim' + [IO.Path]::PathSeparator + $env:PATH`,
  ]);
});

test('a folder of Windows is for PowerShell and Command Prompt', () => {
  expect(linesOf(String.raw`C:\Users\Ada's\shim`)).toEqual([
    String.raw`$env:PATH = 'C:\Users\Ada''s\shim' + [IO.Path]::PathSeparator + $env:PATH`,
    String.raw`set "PATH=C:\Users\Ada's\shim;%PATH%"`,
  ]);
  expect(pathShellsFor(String.raw`\\server\ada\shim`)).toEqual(['powershell', 'cmd']);
});
