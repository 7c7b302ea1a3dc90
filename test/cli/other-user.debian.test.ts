import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { client } from './host.ts';
import { ownPlace } from './own-place.ts';
import { temporaryFolder } from './shim-folder.ts';

const nobody = 65_534;

describe('another user of the machine', () => {
  test('gets nothing from the socket, even where the profile is open to everybody', async () => {
    const place = await ownPlace();
    await place.startHost();
    await chmod(place.profile, 0o777);
    const asNobody = (...words: readonly string[]) =>
      place.run('setpriv', ['--reuid', `${nobody}`, '--clear-groups', ...words]);
    const socket = join(place.profile, 'run/azimuth.sock');
    const direct = await asNobody('curl', '-s', '--unix-socket', socket, 'http://azimuth/');
    expect([direct.code, direct.stdout]).toEqual([7, '']);
    const script = `. "$1"`;
    const through = await asNobody('sh', '-c', script, 'azimuth', client);
    expect([through.code, through.stdout]).toEqual([1, '']);
    expect((await place.azimuth('status')).code).toBe(0);
  });

  test('points nobody anywhere with a .azimuth file in a folder above', async () => {
    const place = await ownPlace();
    await place.startHost();
    const shared = await temporaryFolder('azimuth-shared-');
    const own = join(shared, 'own', 'project');
    await mkdir(own, { recursive: true });
    const file = join(shared, '.azimuth');
    await writeFile(file, '{"context": "theirs"}', { mode: 0o644 });
    await chown(file, nobody, nobody);
    const asked = await place.run('sh', [
      '-c',
      'cd "$1" && exec sh "$2" account get-access-token',
      'sh',
      own,
      client,
    ]);

    expect(asked).toEqual({
      code: 1,
      stdout: '',
      stderr: `ERROR: ${file} belongs to another user, so it is not followed. Remove it, or make it yours if you trust what it says.\n`,
    });
  });
});
