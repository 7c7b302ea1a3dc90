import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { parseSync } from 'oxc-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfOld } from '../../build/build-program.ts';
import { packaging } from '../../build/packaging/config.ts';
import { root } from '../../build/paths.ts';
import { launchApp } from '../e2e/launch.ts';
import { writeElectronStandIn } from './electron-stand-in.ts';

// electron-builder's real `dir` target for Linux, which it makes on every system; only Electron itself is a stand-in.
const folder = mkdtempSync(join(tmpdir(), 'azimuth-package-'));
const unpacked = join(folder, 'dist', 'linux-unpacked');
const resources = join(unpacked, 'resources');
const archive = join(resources, 'app.asar');
/** Where the archive is unpacked, beside its resources as in the package. */
const app = join(resources, 'app');

beforeAll(async () => {
  await buildIfOld();
  writeElectronStandIn(join(folder, 'electron'));
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      ...packaging,
      directories: { ...packaging.directories, output: join(folder, 'dist') },
      electronDist: join(folder, 'electron'),
    },
  });
  extractAll(archive, app);
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function files(): readonly string[] {
  return listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').slice(1))
    .filter((path) => statSync(join(app, path)).isFile())
    .toSorted();
}

/** What a built module imports: files of the package, and packages by name. */
function imports(file: string): readonly string[] {
  const { module } = parseSync(file, readFileSync(join(app, file), 'utf8'));
  const fixed = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  const source = readFileSync(join(app, file), 'utf8');
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    return /^["'`]([^"'`$]+)["'`]$/.exec(text)?.[1] ?? [];
  });
  return [...fixed, ...dynamic];
}

/** Every file that can be reached from one, and every package named on the way. */
function reach(entry: string): { files: ReadonlySet<string>; packages: ReadonlySet<string> } {
  const reached = new Set<string>();
  const packages = new Set<string>();
  const todo = [entry];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const specifier of imports(file)) {
      if (specifier.startsWith('.')) todo.push(posix.join(posix.dirname(file), specifier));
      else packages.add(specifier);
    }
  }
  return { files: reached, packages };
}

function readText(...path: readonly string[]): string {
  return readFileSync(join(...path), 'utf8');
}

describe('the package', () => {
  test('holds what the program reaches and nothing else', () => {
    const main = reach('out/main/index.js').files;
    const rest = files().filter((path) => !main.has(path));
    expect(files()).toEqual(expect.arrayContaining([...main]));
    expect(rest.filter((path) => !/^out\/(renderer|tray)\//.test(path))).toEqual([
      'out/preload/index.cjs',
      'package.json',
    ]);
    expect(rest.filter((path) => /\.(map|md|ts|tsx)$/.test(path))).toEqual([]);
  });

  test('holds every picture of the tray', () => {
    const pictures = globSync('**/*.png', { cwd: join(root, 'build/tray') });
    const held = files().filter((path) => path.startsWith('out/tray/'));
    expect(held.toSorted()).toEqual(pictures.map((path) => `out/tray/${path}`).toSorted());
    expect(pictures.length).toBeGreaterThan(0);
  });

  test('its main program needs no package but Electron', () => {
    const { packages } = reach('out/main/index.js');
    expect([...packages].filter((name) => !isBuiltin(name))).toEqual(['electron']);
  });

  test('its preload is one script that requires only Electron', () => {
    const required = readText(app, 'out/preload/index.cjs').matchAll(/\brequire\(([^)]*)\)/g);
    expect([...new Set([...required].map(([, name]) => name))]).toEqual(['"electron"']);
    expect(imports('out/preload/index.cjs')).toEqual([]);
  });

  test('its window names only files that are there, and no script of its own', () => {
    const page = readText(app, 'out/renderer/index.html');
    const addresses = [...page.matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(files()).toContain(posix.join('out/renderer', address));
    }
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  test('its package.json names the program and nothing of how it was made', () => {
    const manifest: unknown = JSON.parse(readText(app, 'package.json'));
    expect(manifest).toMatchObject({ name: 'azimuth', productName: 'Azimuth', type: 'module' });
    expect(manifest).toMatchObject({ main: 'out/main/index.js' });
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('dependencies');
  });

  test('the command line is beside the archive, where a shell can run it', () => {
    const { mode } = statSync(join(resources, 'bin', 'azimuth'));
    // Windows keeps no such bit; installers for the others are not made there.
    expect(process.platform === 'win32' ? 0o111 : mode & 0o111).toBe(0o111);
    expect(readText(resources, 'bin', 'azimuth.cmd')).toBe(readText(root, 'src/cli/azimuth.cmd'));
  });

  test('the licences of everything that is bundled travel with it', () => {
    expect(readText(resources, 'licenses', 'main.md')).toContain('## @azure/msal-node - ');
    expect(readText(resources, 'licenses', 'window.md')).toContain('## react - ');
  });

  test('the hook set the fuses of its program', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'azimuth'));
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
  });

  test('starts from the package alone, and its window opens', async () => {
    const running = await launchApp({
      host: 'preview',
      profile: join(folder, 'profile'),
      entry: join(app, 'out/main/index.js'),
    });
    try {
      const window = await running.window();
      await window.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    } finally {
      await running.quit();
    }
  });

  test('nothing of the machine it was made on is in it', () => {
    const named = globSync('**/*.{js,cjs,html,json,css}', { cwd: app }).filter((path) =>
      readText(app, path).includes(root),
    );
    expect(named).toEqual([]);
  });
});
