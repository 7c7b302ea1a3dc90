import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { root } from './paths.ts';

/** One thing that is built: a room of `out/`, the source it starts from, and how. */
export interface Bundle {
  readonly room: 'main' | 'preload' | 'renderer';
  readonly entry: string;
  readonly config: (outDir: string) => InlineConfig;
}

/** Electron 45 embeds Node 24.21 and Chromium 156; the preview host also runs somewhat older browsers. */
const nodeTarget = 'node24';
const browserTarget = 'chrome140';

const nodeModules = [...builtinModules, /^node:/];

const common = {
  root,
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'warn',
  clearScreen: false,
} satisfies InlineConfig;

/**
 * A program for Node: one ES module with all its libraries inside, so that the package needs no node_modules. Each entry is
 * built by itself: shared chunks would put parts of one host into the other's package.
 */
function nodeProgram(entry: string, name: string): Bundle {
  return {
    room: 'main',
    entry,
    config: (outDir) => ({
      ...common,
      resolve: { conditions: ['node', 'import', 'module', 'default'] },
      ssr: { noExternal: true, target: 'node', external: ['electron'] },
      build: {
        outDir,
        emptyOutDir: false,
        ssr: true,
        target: nodeTarget,
        minify: false,
        sourcemap: true,
        license: { fileName: `${name}.licenses.md` },
        reportCompressedSize: false,
        rolldownOptions: {
          input: { [name]: join(root, entry) },
          external: ['electron', ...nodeModules],
          output: {
            format: 'es',
            // Some bundled CommonJS libraries name these (write-file-atomic does); an ES module has neither.
            banner: 'const __filename = import.meta.filename, __dirname = import.meta.dirname;',
            entryFileNames: '[name].js',
            chunkFileNames: `${name}/[name]-[hash].js`,
          },
        },
      },
    }),
  };
}

/** The preload of a sandboxed window: one CommonJS file whose only import is `electron`. */
const preload: Bundle = {
  room: 'preload',
  entry: 'src/preload/index.ts',
  config: (outDir) => ({
    ...common,
    build: {
      outDir,
      emptyOutDir: false,
      target: browserTarget,
      minify: false,
      sourcemap: true,
      license: { fileName: 'index.licenses.md' },
      reportCompressedSize: false,
      lib: {
        entry: join(root, 'src/preload/index.ts'),
        formats: ['cjs'],
        fileName: () => 'index.cjs',
      },
      rolldownOptions: { external: ['electron'], output: { codeSplitting: false } },
    },
  }),
};

/** The window, and the palette on the desktop. Relative addresses, so that it works under `app://azimuth/` and wherever else it is served. */
const renderer: Bundle = {
  room: 'renderer',
  entry: 'src/renderer/index.html',
  config: (outDir) => ({
    ...common,
    root: join(root, 'src/renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: false,
      target: browserTarget,
      sourcemap: true,
      license: { fileName: 'licenses.md' },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4_000,
      // The content security policy allows neither data: addresses nor inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ['index', 'palette'].map((page) => join(root, `src/renderer/${page}.html`)),
      },
    },
  }),
};

/** Everything that can be built now: a room without source yet is left out. */
export function bundles(): readonly Bundle[] {
  return [
    nodeProgram('src/main/index.ts', 'index'),
    nodeProgram('src/main/headless.ts', 'headless'),
    preload,
    renderer,
  ].filter((bundle) => existsSync(join(root, bundle.entry)));
}
