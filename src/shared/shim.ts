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

/** The line for a shell's profile that puts a folder first on PATH. */
export function pathLine(folder: string, shell: Shell): string {
  switch (shell) {
    case 'bash':
    case 'zsh':
      return `export PATH=${quoted(folder, `'\\''`)}:"$PATH"`;
    case 'fish':
      return `set -gx PATH ${quoted(folder.replaceAll('\\', '\\\\'), `\\'`)} $PATH`;
    case 'powershell':
      return `$env:PATH = ${quoted(folder, `''`)} + [IO.Path]::PathSeparator + $env:PATH`;
  }
}

const quoted = (text: string, quote: string): string => `'${text.replaceAll("'", quote)}'`;
