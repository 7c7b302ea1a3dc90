import { spawn, spawnSync } from 'node:child_process';

export interface TextStore {
  readonly kind: 'x11' | 'memory';
  read(): Promise<string>;
  write(text: string): Promise<void>;
  clear(): void;
}

/**
 * The X11 selection through `xclip` where there is a display to hold it; otherwise this process's
 * memory, which no other program sees.
 */
export function createTextStore(selection: 'clipboard' | 'primary'): TextStore {
  const hasXclip = () => spawnSync('xclip', ['-version'], { stdio: 'ignore' }).status === 0;
  let chosen: TextStore | undefined;
  const store = () =>
    (chosen ??=
      process.platform === 'linux' && process.env['DISPLAY'] && hasXclip()
        ? createX11Store(selection)
        : createMemoryStore());
  return {
    get kind() {
      return store().kind;
    },
    read: () => store().read(),
    write: (text) => store().write(text),
    clear: () => store().clear(),
  };
}

function createMemoryStore(): TextStore {
  let held = '';
  return {
    kind: 'memory',
    read: async () => held,
    write: async (text) => {
      held = text;
    },
    clear: () => {
      held = '';
    },
  };
}

/** The text goes through xclip's standard input and output, never its command line. */
function createX11Store(selection: string): TextStore {
  const base = ['-selection', selection];
  return {
    kind: 'x11',
    read: () =>
      new Promise((resolve) => {
        const child = spawn('xclip', [...base, '-out'], { stdio: ['ignore', 'pipe', 'ignore'] });
        let text = '';
        child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
        child.once('error', () => resolve(''));
        child.once('close', () => resolve(text));
      }),
    // xclip leaves a child behind that owns the selection until another program takes it.
    write: (text) =>
      new Promise((resolve, reject) => {
        const child = spawn('xclip', [...base, '-in'], { stdio: ['pipe', 'ignore', 'ignore'] });
        child.once('error', reject);
        child.once('exit', () => resolve());
        child.stdin.end(text);
      }),
    // Electron's clear() is synchronous, and at quit there is no later moment.
    clear: () =>
      void spawnSync('xclip', [...base, '-in'], { input: '', stdio: ['pipe', 'ignore', 'ignore'] }),
  };
}
