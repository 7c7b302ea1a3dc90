import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { client, openPlace } from './host.ts';

/** Only root can become somebody else. */
const canBecomeNobody =
  spawnSync('setpriv', ['--reuid', '65534', '--clear-groups', 'true'], { stdio: 'ignore' })
    .status === 0;
if (!canBecomeNobody) console.log('Not tried: another user, because we may not become one.');

describe.runIf(canBecomeNobody)('another user of the machine', () => {
  test('gets nothing from the socket, even where the profile is open to everybody', async () => {
    const place = await openPlace();
    onTestFinished(() => place.close());
    await place.startHost();
    await chmod(place.profile, 0o777);
    const asNobody = (...words: readonly string[]) =>
      place.run('setpriv', ['--reuid', '65534', '--clear-groups', ...words]);
    const socket = join(place.profile, 'run/azimuth.sock');
    const direct = await asNobody('curl', '-s', '--unix-socket', socket, 'http://azimuth/');
    expect([direct.code, direct.stdout]).toEqual([7, '']);
    const script = `. "$1"`;
    const through = await asNobody('sh', '-c', script, 'azimuth', client);
    expect([through.code, through.stdout]).toEqual([1, '']);
    expect((await place.azimuth('status')).code).toBe(0);
  });
});
