import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { claimName } from './claim-name.ts';
import { commandRoute } from './guard.ts';
import { isSame, newSecret } from './header-secret.ts';
import type { Key } from './key-file.ts';
import { keyFileText, loopbackHost, readKeyFile, secretHeader } from './key-file.ts';
import { boundPort, closed, listen, openOnlyFor } from './listen.ts';
import type { Reach, WayIn } from './way-in.ts';

/** Milliseconds that whoever is behind a key file has for showing that it is one of us. */
const patience = 2_000;

const keyFileName = 'azimuth.curl';

/**
 * The way in on Windows, where curl knows no sockets: a port of the loopback address that the system chooses, and a key file
 * in a folder that only the user can read. Each start has a secret of its own; `Host` must be our address, so that no name
 * that somebody's DNS points at it will do.
 *
 * @param makePrivate makes a folder, or takes one that is there, and keeps everybody else out of it
 */
export function createLoopbackWayIn(makePrivate: (folder: string) => Promise<void>): WayIn {
  const folderOf = (profile: string): string => join(profile, 'run');
  return {
    async claim(profile, createServer) {
      const folder = folderOf(profile);
      await mkdir(profile, { recursive: true, mode: 0o700 });
      await makePrivate(folder);
      const [secret, proof] = [newSecret(), newSecret()];
      let ourHost = '';
      const server = createServer({
        proof,
        letsIn: ({ host, [secretHeader]: shown }) => host === ourHost && isSame(shown, secret),
      });
      await listen(server, { host: '127.0.0.1', port: 0, exclusive: true });
      const port = boundPort(server);
      ourHost = loopbackHost(port);
      const own = join(folder, `${process.pid}.curl`);
      const foundAt = join(folder, keyFileName);
      const name = await openOnlyFor(server, async () => {
        await rm(own, { force: true });
        await writeFile(own, keyFileText({ port, secret, proof }), { mode: 0o600, flag: 'wx' });
        return claimName(own, foundAt, answers);
      });
      if (!name) return undefined;
      return {
        server,
        foundAt,
        async release() {
          await name.release();
          await closed(server);
        },
      };
    },
    async reach(profile) {
      const key = await readKey(join(folderOf(profile), keyFileName));
      return key && reachOf(key);
    },
  };
}

const reachOf = ({ port, secret }: Key): Reach => ({
  host: '127.0.0.1',
  port,
  headers: { Host: loopbackHost(port), [secretHeader]: secret },
});

async function readKey(path: string): Promise<Key | undefined> {
  return readKeyFile(await readFile(path, 'utf8').catch(() => ''));
}

/** Whether the program that wrote a key file still listens; its port alone may be anybody's by now. */
async function answers(path: string): Promise<boolean> {
  const key = await readKey(path);
  return key !== undefined && (await sayHello(key)).startsWith(`# ${key.proof}`);
}

/** What is said to the first step; nothing when nobody listens, or another program. */
function sayHello(key: Key): Promise<string> {
  const { headers, ...place } = reachOf(key);
  return new Promise((resolve) => {
    const sent = request({
      ...place,
      path: commandRoute,
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/octet-stream',
        'Content-Length': 0,
        'Azimuth-Step': 'hello',
      },
      signal: AbortSignal.timeout(patience),
    });
    sent.once('error', () => resolve(''));
    sent.once('response', (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (part: string) => (said += part));
      response.once('error', () => resolve(''));
      response.once('end', () => resolve(said));
    });
    sent.end();
  });
}
