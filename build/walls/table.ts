/** The rooms of src/ and who may import whom. This is the table of docs/decisions/0004-lint-and-walls.md, as data. */
export interface Room {
  readonly name: string;
  /** Its folder below the checkout's top. */
  readonly folder: string;
  /** Only what lies directly in the folder is of this room: the folders in it are other rooms. */
  readonly flat?: true;
  /** Other rooms it may import; its own it always may. */
  readonly mayImport: readonly string[];
}

export const rooms: readonly Room[] = [
  { name: 'shared', folder: 'src/shared/', mayImport: [] },
  { name: 'core', folder: 'src/main/core/', mayImport: ['shared'] },
  { name: 'azure', folder: 'src/main/azure/', mayImport: ['shared', 'core'] },
  { name: 'storage', folder: 'src/main/storage/', mayImport: ['shared', 'core'] },
  { name: 'bridge', folder: 'src/main/bridge/', mayImport: ['shared', 'core'] },
  { name: 'views', folder: 'src/main/views/', mayImport: ['shared'] },
  { name: 'electron', folder: 'src/main/electron/', mayImport: ['shared', 'core', 'views'] },
  {
    name: 'roots',
    folder: 'src/main/',
    flat: true,
    mayImport: ['shared', 'core', 'azure', 'storage', 'bridge', 'views', 'electron'],
  },
  { name: 'preload', folder: 'src/preload/', mayImport: ['shared'] },
  { name: 'renderer', folder: 'src/renderer/', mayImport: ['shared'] },
  { name: 'cli', folder: 'src/cli/', mayImport: ['shared'] },
];

/** Packages that have a home: only these rooms may import them. */
export interface Home {
  readonly packages: readonly string[];
  readonly rooms: readonly string[];
}

export const homes: readonly Home[] = [
  { packages: ['electron'], rooms: ['electron', 'preload'] },
  { packages: ['node:'], rooms: ['azure', 'storage', 'bridge', 'electron', 'roots', 'cli'] },
  { packages: ['@azure/'], rooms: ['azure'] },
  { packages: ['hono', '@hono/'], rooms: ['bridge'] },
  { packages: ['jmespath', 'yaml'], rooms: ['views'] },
  { packages: ['react', 'react-dom', '@fluentui/', '@tanstack/'], rooms: ['renderer'] },
];
