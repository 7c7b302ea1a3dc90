import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { toPageAddress } from './app-address.ts';
import { openCdpPipe } from './cdp-pipe.ts';
import type { CdpPipe } from './cdp-pipe.ts';
import { followPages } from './page-target.ts';
import type { PageTargets } from './page-target.ts';
import { findBrowser, howToGetABrowser } from './find-browser.ts';

export interface Chromium {
  readonly pipe: CdpPipe;
  readonly visible: boolean;
  readonly pages: PageTargets;
  isGone(): boolean;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

export interface ChromiumOptions {
  /** Where its throw-away profile goes. */
  readonly folder: string;
  readonly size: { readonly width: number; readonly height: number };
}

/**
 * Whether windows are to be seen: there is a display, and nobody asked for headless
 * (`AZIMUTH_PREVIEW_WINDOW=headless`).
 */
export function hasDisplay(): boolean {
  if (process.env['AZIMUTH_PREVIEW_WINDOW'] === 'headless') return false;
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

const profilePrefix = 'preview-chromium-';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Profiles of hosts that were killed are swept here; a living host's is left alone. */
function makeProfile(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const pid = Number(name.slice(profilePrefix.length));
    if (!name.startsWith(profilePrefix) || (isRunning(pid) && pid !== process.pid)) continue;
    removeFolder(join(folder, name));
  }
  return join(folder, `${profilePrefix}${process.pid}`);
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 });
  } catch {
    // A Chromium that is just dying may still write; the next start sweeps the rest.
  }
}

/**
 * Where a visible window starts, so that Chromium takes the app's pages for the window's own and shows
 * no address bar. Nothing is loaded from there; see `app-address.ts`.
 */
const startAddress = toPageAddress('app://azimuth/');

function switches(profile: string, { size }: ChromiumOptions, visible: boolean): string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-quic',
    '--disable-sync',
    '--disable-search-engine-choice-screen',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
    '--password-store=basic',
    '--use-mock-keychain',
    // One session then sees all frames; the app shows no foreign ones.
    '--disable-site-isolation-trials',
    '--disable-features=IsolateOrigins,site-per-process,Translate,MediaRouter,OptimizationHints',
    `--window-size=${size.width},${size.height}`,
    ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
    // Our origin never reaches a name server, whatever happens before requests are routed.
    '--host-resolver-rules=MAP *.preview ^NOTFOUND',
    ...(visible
      ? [`--app=${startAddress}`]
      : ['--headless', '--no-startup-window', '--hide-scrollbars']),
  ];
}

/** Starts Chromium on a pipe. Rejects with a sentence that says what to do when it will not start. */
export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const program = findBrowser();
  if (!program) throw new Error(`The preview host needs a browser. ${howToGetABrowser()}`);
  const visible = hasDisplay();
  const profile = makeProfile(options.folder);
  const child = spawn(program, switches(profile, options, visible), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr?.on(
    'data',
    (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4000)),
  );
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const killNow = () => void child.kill('SIGKILL');
  process.once('exit', killNow);

  const [, , , toBrowser, fromBrowser] = child.stdio;
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable)) {
    throw new Error('Node gave no pipe to the browser.');
  }
  const pipe = openCdpPipe(toBrowser, fromBrowser);
  let gone = false;
  pipe.onClosed(() => {
    gone = true;
  });
  let pages: PageTargets;
  try {
    pages = await followPages(pipe);
  } catch {
    await exited;
    throw new Error(`${program} did not start. It said: ${complaints.trim() || 'nothing'}`);
  }
  return {
    pipe,
    visible,
    pages,
    isGone: () => gone,
    close: async () => {
      void pipe.browser.send('Browser.close').catch(() => undefined);
      const impatience = setTimeout(killNow, 3000);
      await exited;
      clearTimeout(impatience);
      process.off('exit', killNow);
      removeFolder(profile);
    },
  };
}
