/** Our `az`, in a folder of its own that people put on PATH. */
export interface ShimStatus {
  readonly folder: string;
  readonly installed: boolean;
}

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

export type Shell = (typeof shells)[number];

export const shellNames: Readonly<Record<Shell, string>> = {
  bash: 'bash',
  zsh: 'zsh',
  fish: 'fish',
  powershell: 'PowerShell',
};

/** Command Prompt can put a folder on PATH, but completes nothing. */
export const pathShells = [...shells, 'cmd'] as const;

export type PathShell = (typeof pathShells)[number];

/** Those that run where a folder is; bash on Windows has no use for a batch file. */
export const pathShellsFor = (folder: string): readonly PathShell[] =>
  /^(?:[a-z]:)?\\/i.test(folder) ? ['powershell', 'cmd'] : shells;

/** The line for a shell's profile that puts a folder first on PATH; Command Prompt has none, so there it is typed. */
export function pathLine(folder: string, shell: PathShell): string {
  switch (shell) {
    case 'bash':
    case 'zsh':
      return `export PATH=${quoted(folder, `'\\''`)}:"$PATH"`;
    case 'fish':
      return `set -gx PATH ${quoted(folder.replaceAll('\\', '\\\\'), `\\'`)} $PATH`;
    case 'powershell':
      return `$env:PATH = ${quoted(folder, `''`)} + [IO.Path]::PathSeparator + $env:PATH`;
    case 'cmd':
      return `set "PATH=${folder};%PATH%"`;
  }
}

const quoted = (text: string, quote: string): string => `'${text.replaceAll("'", quote)}'`;
