/** The rooms of src/ and who may import whom. This is the table of docs/decisions/0004-lint-and-walls.md, as data. */
export interface Room {
  readonly name: string;
  /** A folder (with its closing slash) or single files, below the checkout's top. */
  readonly places: readonly string[];
  /** Other rooms it may import; its own it always may. */
  readonly mayImport: readonly string[];
}

export const rooms: readonly Room[] = [
  { name: 'shared', places: ['src/shared/'], mayImport: [] },
  { name: 'core', places: ['src/main/core/'], mayImport: ['shared'] },
  { name: 'azure', places: ['src/main/azure/'], mayImport: ['shared', 'core'] },
  { name: 'storage', places: ['src/main/storage/'], mayImport: ['shared', 'core'] },
  { name: 'bridge', places: ['src/main/bridge/'], mayImport: ['shared', 'core'] },
  { name: 'views', places: ['src/main/views/'], mayImport: ['shared'] },
  { name: 'electron', places: ['src/main/electron/'], mayImport: ['shared', 'core', 'views'] },
  {
    name: 'roots',
    places: ['src/main/index.ts', 'src/main/headless.ts'],
    mayImport: ['shared', 'core', 'azure', 'storage', 'bridge', 'views', 'electron'],
  },
  { name: 'preload', places: ['src/preload/'], mayImport: ['shared'] },
  { name: 'renderer', places: ['src/renderer/'], mayImport: ['shared'] },
  { name: 'cli', places: ['src/cli/'], mayImport: ['shared'] },
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
  { packages: ['react', 'react-dom', '@fluentui/', '@tanstack/'], rooms: ['renderer'] },
];
