import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { createConnection, createServer } from 'node:net';
import { basename } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConnectionRow } from '../../../src/main/bridge/connection-rows.ts';
import { createPeerFinder } from '../../../src/main/bridge/peer-process.ts';
import { systemClock } from '../../../src/main/system-clock.ts';
import { keyVault, openEndpoint } from './endpoint-place.ts';

const isTold = process.platform === 'linux';
const unhurried = 60_000;

/** Our side of a connection that somebody opens to a server of ours. */
async function accepted(connect: (port: number) => void): Promise<Socket> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const came = once(server, 'connection');
  connect((server.address() as AddressInfo).port);
  const [socket] = (await came) as [Socket];
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  return socket;
}

test('a program that gets a token stands in the activity with its name and process, beside its grant', async () => {
  const { port, grant, state } = await openEndpoint();
  const { header } = await grant();
  const address = `http://127.0.0.1:${port}/msi/token?api-version=2019-08-01&resource=${keyVault}`;
  const source = `
    const ask = () => fetch(process.argv[1], { headers: { 'X-IDENTITY-HEADER': process.argv[2] } });
    for (const _ of [1, 2]) await (await ask()).arrayBuffer();`;
  const words = ['--input-type=module', '-e', source, address, header];
  const child = spawn(process.execPath, words);
  await once(child, 'exit');
  const told = { program: basename(realpathSync(process.execPath)), pid: child.pid };

  expect(
    state().activity.map(({ grant: name, program, pid }) => ({ grant: name, program, pid })),
  ).toEqual(
    [1, 2].map(() => ({
      grant: 'Build',
      ...(isTold ? told : { program: undefined, pid: undefined }),
    })),
  );
});

test.each([
  ['an IPv4 socket', '127.0.0.1'],
  ['an IPv6 socket, as Java does', '::ffff:127.0.0.1'],
])('a process that connects with %s is found', async (_what, host) => {
  let client: Socket | undefined;
  const socket = await accepted((port) => (client = createConnection({ host, port })));
  onTestFinished(() => void client?.destroy());
  const find = createPeerFinder(systemClock, unhurried);

  expect(await Promise.all([find(socket), find(socket)])).toEqual(
    isTold ? [process.pid, process.pid] : [undefined, undefined],
  );
});

test('a process that is not found in time, or has closed its side, stays unknown', async () => {
  let client: Socket | undefined;
  const socket = await accepted((port) => (client = createConnection({ host: '127.0.0.1', port })));
  const hasty = await createPeerFinder(systemClock, 0)(socket);
  const { localAddress, localPort, remoteAddress, remotePort } = socket;
  const over = once(socket.resume(), 'close');
  client?.destroy();
  await over;
  const find = createPeerFinder(systemClock, unhurried);

  expect([
    hasty,
    await find({ localAddress, localPort, remoteAddress, remotePort }),
    await find(socket),
  ]).toEqual([undefined, undefined, undefined]);
});

test('a row of the table is read, and a line that is none is passed over', () => {
  const row =
    '   1: 0100007F:9C41 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 52341 1 0000000000000000 20 4 30 10 -1';

  expect([readConnectionRow(row), readConnectionRow('   2: 0100007F:9C41')]).toEqual([
    { ends: '0100007F:9C41 0100007F:D431', uid: 1_000, inode: '52341' },
    undefined,
  ]);
});
