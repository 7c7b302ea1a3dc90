import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface WaylandSession {
  /** What a program needs in its environment to be part of this session. */
  readonly env: Readonly<Record<string, string>>;
  /** What another program of the session would paste; nothing where there is nothing. */
  pasted(): Promise<string>;
  /** The types under which it is offered. */
  types(): Promise<string>;
  /** Copies as another program of the session does. */
  copy(text: string): Promise<void>;
  stop(): Promise<void>;
}

const nobody = 65_534;

/** Starts a private Wayland session that nobody sees (sway without screen and keyboard). */
export async function startWayland(): Promise<WaylandSession> {
  const folder = await mkdtemp(join(tmpdir(), 'azimuth-wayland-'));
  const config = join(folder, 'config');
  // It has the display's name as soon as it serves clients.
  await writeFile(config, 'xwayland disable\nexec echo "$WAYLAND_DISPLAY"\n', { mode: 0o644 });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chown(folder, nobody, nobody);
  // sway does not run as root.
  const identity = ['--reuid', `${nobody}`, '--regid', `${nobody}`, '--clear-groups'];
  const [program, ...args] = [...(isRoot ? ['setpriv', ...identity] : []), 'sway', '-c', config];
  const server = spawn(program ?? 'sway', args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      XDG_RUNTIME_DIR: folder,
      WLR_BACKENDS: 'headless',
      WLR_LIBINPUT_NO_DEVICES: '1',
      WLR_RENDERER: 'pixman',
    },
  });
  const kill = () => void server.kill('SIGKILL');
  process.once('exit', kill);
  const [name] = await once(server.stdout, 'data', { signal: AbortSignal.timeout(20_000) });
  const env = { WAYLAND_DISPLAY: String(name).trim(), XDG_RUNTIME_DIR: folder };
  const run = promisify(execFile);
  const paste = (...options: readonly string[]): Promise<string> =>
    run('wl-paste', options, { env: { ...process.env, ...env } }).then(
      ({ stdout }) => stdout,
      () => '',
    );
  return {
    env,
    pasted: () => paste('--no-newline'),
    types: () => paste('--list-types'),
    copy: async (text) => {
      const options = { env: { ...process.env, ...env }, stdio: 'ignore' } as const;
      await once(spawn('wl-copy', [text], options), 'exit');
    },
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
      process.off('exit', kill);
      await rm(folder, { recursive: true });
    },
  };
}
