import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

export interface Display {
  /** What a program needs in its environment to use this display. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts a private X display that nobody sees (Xvfb), on a free number; undefined without Xvfb. */
export async function startDisplay(): Promise<Display | undefined> {
  if (spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error) return undefined;
  const server = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const kill = () => void server.kill('SIGKILL');
  process.once('exit', kill);
  const [number] = await once(server.stdout, 'data', { signal: AbortSignal.timeout(10_000) });
  return {
    env: { DISPLAY: `:${String(number).trim()}` },
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
      process.off('exit', kill);
    },
  };
}
