import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { users } from '../cloud/directory/contoso.ts';
import { client, openPlace } from '../cli/host.ts';
import type { Row } from './row.ts';
import { milliseconds, percentile } from './row.ts';

const rounds = 40;
const roundsOfAz = 5;

/** Of the fastest tenth: what a busy machine adds is not ours. */
const fastest = (times: readonly number[]): number => percentile(times, 0.1);

/** `azimuth account get-access-token`, whole process, against what starting anything costs. */
export async function measureClient(): Promise<readonly Row[]> {
  const place = await openPlace();
  const empty = await mkdtemp(join(tmpdir(), 'azimuth-bench-'));
  try {
    await place.startHost();
    if ((await place.signIn(users.adele)).code !== 0) throw new Error('nobody signed in');
    const { environment, profile } = place;
    const time = (program: string, words: readonly string[], env: NodeJS.ProcessEnv): number => {
      const start = performance.now();
      const { error } = spawnSync(program, words, { env, stdio: 'ignore' });
      if (error) throw error;
      return performance.now() - start;
    };
    const socket = join(profile, 'run/azimuth.sock');
    const runs = Array.from({ length: rounds }, () => ({
      client: time('sh', [client, 'account', 'get-access-token'], environment),
      node: time(process.execPath, ['-e', '0'], environment),
      curl: time('curl', ['-s', '--unix-socket', socket, 'http://azimuth/'], environment),
    }));
    const ours = fastest(runs.map((run) => run.client));
    const node = fastest(runs.map((run) => run.node));
    const curl = fastest(runs.map((run) => run.curl));
    const rows: Row[] = [
      {
        what: 'azimuth account get-access-token, whole process',
        measured: milliseconds(ours),
        against: `a bare node -e 0, ${milliseconds(node)}`,
        ratio: ours / node,
        budget: { atMost: 0.15 },
      },
      {
        what: 'the same',
        measured: milliseconds(ours),
        against: `a bare curl over the same socket, ${milliseconds(curl)}`,
        ratio: ours / curl,
        budget: { atMost: 2 },
      },
    ];
    if (spawnSync('az', ['version'], { stdio: 'ignore' }).error) return rows;
    // Signed out: what it costs is its start, and a cached token adds little to it.
    const signedOut = { ...process.env, AZURE_CONFIG_DIR: empty };
    const az = fastest(
      Array.from({ length: roundsOfAz }, () =>
        time('az', ['account', 'get-access-token'], signedOut),
      ),
    );
    const times = { ratio: az / ours, budget: { atLeast: 35 } };
    const against = `Azure CLI, ${milliseconds(az)}`;
    return [
      ...rows,
      { what: 'the same (times faster)', measured: milliseconds(ours), against, ...times },
    ];
  } finally {
    await place.close();
    await rm(empty, { recursive: true, force: true });
  }
}
