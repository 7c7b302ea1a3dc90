import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../../build/paths.ts';
import { checkImports } from '../../build/walls/check-imports.ts';
import { checkTree } from '../../build/walls/check-tree.ts';

/** An import that a wall must stop, and the words it stops it with. */
const offences: readonly (readonly [file: string, source: string, sentence: string])[] = [
  [
    'src/shared/model.ts',
    "import { store } from '../main/core/store.ts';",
    'shared may not import core: src/main/core/store.ts',
  ],
  [
    'src/shared/model.ts',
    "import { join } from 'node:path';",
    'shared may not import the package node:path',
  ],
  ['src/shared/model.ts', "import { join } from 'path';", 'shared may not import the package path'],
  [
    'src/shared/model.ts',
    "import type { IpcMain } from 'electron';",
    'shared may not import the package electron',
  ],
  [
    'src/shared/model.ts',
    "import { useState } from 'react';",
    'shared may not import the package react',
  ],
  [
    'src/main/core/sign-in.ts',
    "import { readFile } from 'node:fs/promises';",
    'core may not import the package node:fs/promises',
  ],
  [
    'src/main/core/sign-in.ts',
    "import { app } from 'electron';",
    'core may not import the package electron',
  ],
  [
    'src/main/core/sign-in.ts',
    "import { PublicClientApplication } from '@azure/msal-node';",
    'core may not import the package @azure/msal-node',
  ],
  [
    'src/main/core/sign-in.ts',
    "import type { TokenCredential } from '@azure/core-auth';",
    'core may not import the package @azure/core-auth',
  ],
  [
    'src/main/core/sign-in.ts',
    "import { signIn } from '../azure/sign-in.ts';",
    'core may not import azure: src/main/azure/sign-in.ts',
  ],
  [
    'src/main/azure/directory.ts',
    "import { vault } from '../storage/vault.ts';",
    'azure may not import storage: src/main/storage/vault.ts',
  ],
  [
    'src/main/storage/vault.ts',
    "import { directory } from '../azure/directory.ts';",
    'storage may not import azure: src/main/azure/directory.ts',
  ],
  [
    'src/main/storage/vault.ts',
    "import { server } from '../bridge/server.ts';",
    'storage may not import bridge: src/main/bridge/server.ts',
  ],
  [
    'src/main/storage/vault.ts',
    "import { safeStorage } from 'electron';",
    'storage may not import the package electron',
  ],
  [
    'src/main/bridge/server.ts',
    "import { directory } from '../azure/directory.ts';",
    'bridge may not import azure: src/main/azure/directory.ts',
  ],
  [
    'src/main/bridge/server.ts',
    "import { window } from '../electron/window.ts';",
    'bridge may not import electron: src/main/electron/window.ts',
  ],
  [
    'src/main/views/tray-menu.ts',
    "import { store } from '../core/store.ts';",
    'views may not import core: src/main/core/store.ts',
  ],
  [
    'src/main/views/tray-menu.ts',
    "import { Menu } from 'electron';",
    'views may not import the package electron',
  ],
  [
    'src/main/electron/window.ts',
    "import { vault } from '../storage/vault.ts';",
    'electron may not import storage: src/main/storage/vault.ts',
  ],
  [
    'src/main/electron/window.ts',
    "import { buildCore } from '../build-core.ts';",
    'electron may not import roots: src/main/build-core.ts',
  ],
  [
    'src/main/index.ts',
    "import { ipcMain } from 'electron';",
    'roots may not import the package electron',
  ],
  [
    'src/main/headless.ts',
    "import { launch } from '../../test/e2e/launch.ts';",
    'roots may not import from outside src/: test/e2e/launch.ts',
  ],
  [
    'src/preload/index.ts',
    "import { run } from '../main/electron/ipc.ts';",
    'preload may not import electron: src/main/electron/ipc.ts',
  ],
  [
    'src/preload/index.ts',
    "import { readFileSync } from 'node:fs';",
    'preload may not import the package node:fs',
  ],
  [
    'src/renderer/App.tsx',
    "import { run } from '../main/core/run.ts';",
    'renderer may not import core: src/main/core/run.ts',
  ],
  [
    'src/renderer/App.tsx',
    "import { bridge } from '../preload/index.ts';",
    'renderer may not import preload: src/preload/index.ts',
  ],
  [
    'src/renderer/App.tsx',
    "import { ipcRenderer } from 'electron';",
    'renderer may not import the package electron',
  ],
  [
    'src/renderer/App.tsx',
    "import { join } from 'node:path';",
    'renderer may not import the package node:path',
  ],
  [
    'src/cli/client.ts',
    "import { server } from '../main/bridge/server.ts';",
    'cli may not import bridge: src/main/bridge/server.ts',
  ],
  ['src/main/utils/helpers.ts', 'export const one = 1;', 'belongs to no room'],
  // However it is written.
  [
    'src/main/core/a.ts',
    "export { a } from '../azure/a.ts';",
    'core may not import azure: src/main/azure/a.ts',
  ],
  [
    'src/main/core/a.ts',
    "export * from '../azure/a.ts';",
    'core may not import azure: src/main/azure/a.ts',
  ],
  [
    'src/main/core/a.ts',
    "const a = await import('../azure/a.ts');",
    'core may not import azure: src/main/azure/a.ts',
  ],
  [
    'src/main/core/a.ts',
    'const a = await import(`../${room}/a.ts`);',
    'imports a computed address, which no wall can check',
  ],
  [
    'src/main/core/a.ts',
    "type A = import('../azure/a.ts').A;",
    'core may not import azure: src/main/azure/a.ts',
  ],
];

describe('import walls', () => {
  test.each(offences)('%s is stopped: %s', (file, source, sentence) => {
    const breaches = checkImports(file, `// a line before it\n${source}\n`);
    expect(breaches).toEqual([{ file, line: sentence === 'belongs to no room' ? 1 : 2, sentence }]);
  });

  test('what the table allows passes', () => {
    const allowed = [
      ['src/shared/contract.ts', "import { z } from 'zod'; import './model.ts';"],
      ['src/main/core/sign-in.ts', "import '../../shared/model.ts'; import './ports/clock.ts';"],
      ['src/main/azure/directory.ts', "import '@azure/msal-node'; import 'node:crypto';"],
      ['src/main/electron/window.ts', "import 'electron'; import '../views/tray-menu.ts';"],
      ['src/main/index.ts', "import './azure/directory.ts'; import './electron/window.ts';"],
      ['src/preload/index.ts', "import 'electron'; import '../shared/contract.ts';"],
      ['src/renderer/App.tsx', "import 'react'; import '../shared/format.ts'; import './App.css';"],
    ] as const;
    expect(allowed.flatMap(([file, source]) => checkImports(file, source))).toEqual([]);
  });

  test('the tree has no breach', () => {
    expect(checkTree(root)).toEqual([]);
  });
});

describe('the lint rules that stand beside the walls', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /** Lints these files under our own configuration, in a checkout that has nothing else. */
  function lint(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'azimuth-lint-'));
    folders.push(folder);
    for (const name of ['.oxlintrc.json', 'tsconfig.json', 'tsconfig.base.json']) {
      cpSync(join(root, name), join(folder, name));
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    return spawnSync(process.execPath, [oxlint, '--format=unix', 'src'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  }

  test('a cycle is reported, of types too', () => {
    const said = lint({
      'src/shared/one.ts':
        "import type { Two } from './two.ts';\nexport interface One { readonly two: Two }\n",
      'src/shared/two.ts':
        "import type { One } from './one.ts';\nexport interface Two { readonly one: One }\n",
    });
    expect(said).toContain('src/shared/one.ts:1:26: Dependency cycle detected');
  });

  test('a promise left alone, an any and a console are reported', () => {
    const said = lint({
      'src/main/core/a.ts':
        'export function a(b: () => Promise<void>, c: any): void {\n  b();\n  console.log(c);\n}\n',
    });
    for (const rule of ['no-floating-promises', 'no-explicit-any', 'no-console']) {
      expect(said).toContain(rule);
    }
  });

  test('sound code is not reported', () => {
    expect(lint({ 'src/shared/a.ts': 'export const one: number = 1;\n' })).toBe('');
  });
});
