import { once } from 'node:events';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { createConnection } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Interpret } from '../../../src/main/bridge/terminal.ts';
import { openBridge } from '../../../src/main/bridge/open-bridge.ts';
import { systemClock } from '../../../src/main/system-clock.ts';

interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A bridge in front of an interpreter; the answer is its socket. */
async function serve(interpret?: Interpret): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'azimuth-server-'));
  const bridge = await openBridge(profile, systemClock);
  if (interpret) bridge?.serve(interpret);
  onTestFinished(async () => {
    await bridge?.close();
    await rm(profile, { recursive: true, force: true });
  });
  return bridge?.foundAt ?? '';
}

interface Ask {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** The number under which a command that goes on is asked for the rest. */
const nextOf = (headers: IncomingHttpHeaders): string =>
  String(headers['azimuth-next']).replace(';', '');

const octets = { Host: 'azimuth', 'Content-Type': 'application/octet-stream' };

function ask(socketPath: string, { method = 'POST', path, headers, body = '\0' }: Ask = {}) {
  return new Promise<Answered>((resolve, reject) => {
    const request = httpRequest(
      {
        socketPath,
        method,
        path: path ?? '/v1/command',
        headers: {
          ...(headers?.['Transfer-Encoding'] ? {} : { 'Content-Length': Buffer.byteLength(body) }),
          ...octets,
          ...headers,
        },
        // As much as curl takes.
        maxHeaderSize: 102_400,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.once('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: text }),
        );
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}

/** A request whose client may hang up on it. */
function send(socketPath: string, body: string): ClientRequest {
  const request = httpRequest({
    socketPath,
    method: 'POST',
    path: '/v1/command',
    headers: { ...octets, 'Content-Length': body.length },
  });
  request.on('error', () => undefined);
  request.end(body);
  return request;
}

const echo: Interpret = async ({ words }, terminal) => {
  terminal.out(JSON.stringify(words));
  terminal.err('to say: 100 %\n');
  return 3;
};

test('stdout is the body; stderr and the exit code are headers that printf can print', async () => {
  const { status, headers, body } = await ask(await serve(echo), { body: '\0a\0b c\0' });
  expect(body).toBe('["a","b c"]');
  expect({ status, ...headers }).toMatchObject({
    status: 200,
    'azimuth-stderr': String.raw`to say\0072 100 \0045\0012;`,
    'azimuth-exit': '3;',
    'cache-control': 'no-store',
    'content-length': '11',
  });
});

test.each([
  [403, { headers: { Origin: 'https://evil.example' } }],
  [403, { headers: { Origin: 'null' } }],
  [403, { headers: { Referer: 'https://evil.example/' } }],
  [403, { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
  [403, { headers: { Host: 'localhost' } }],
  [403, { headers: { Host: 'azimuth.evil.example' } }],
  [404, { path: '/' }],
  [404, { path: '/v1/command?x' }],
  [405, { method: 'GET', body: '' }],
  [405, { method: 'OPTIONS', body: '' }],
  [415, { headers: { 'Content-Type': 'text/plain' } }],
  [411, { headers: { 'Transfer-Encoding': 'chunked' } }],
  [413, { headers: { 'Content-Length': '1048577' } }],
  [400, { body: 'no zero' }],
  [410, { body: 'next=00000000-0000-0000-0000-000000000000\0\0' }],
])('%i for %j, and nothing is run', async (status, asked: Ask) => {
  const ran: unknown[] = [];
  const socket = await serve(async (line) => ran.push(line));
  const { headers = {} } = asked;
  const { 'Content-Length': own, ...others } = headers;
  const answered = own
    ? await rawAsk(socket, own)
    : await ask(socket, { ...asked, headers: others });
  expect(answered).toMatchObject({
    status,
    body: '',
    headers: { 'azimuth-exit': '1;', 'cache-control': 'no-store' },
  });
  expect(answered.headers['azimuth-stderr']).toMatch(/^ERROR/);
  expect(answered.headers['access-control-allow-origin']).toBeUndefined();
  expect(ran).toEqual([]);
});

test('the largest body that is allowed is read', async () => {
  const word = 'x'.repeat(1_048_576 - 2);
  const { body } = await ask(
    await serve(async ({ words }, { out }) => {
      out(String(words[0]?.length));
      return 0;
    }),
    { body: `\0${word}\0` },
  );
  expect(body).toBe(String(word.length));
});

test('a command that goes on says what it has to say at once, and is asked for the rest', async () => {
  const settled = Promise.withResolvers<void>();
  const socket = await serve(async (_line, terminal) => {
    terminal.err('first');
    await settled.promise;
    terminal.out('last');
    return 0;
  });
  const first = await ask(socket);
  const next = nextOf(first.headers);
  expect(first.headers).toMatchObject({ 'azimuth-stderr': 'first;' });
  expect(first.headers['azimuth-exit']).toBeUndefined();
  const rest = ask(socket, { body: `next=${next}\0\0` });
  settled.resolve();
  expect(await rest).toMatchObject({
    body: 'last',
    headers: { 'azimuth-stderr': ';', 'azimuth-exit': '0;' },
  });
  expect((await ask(socket, { body: `next=${next}\0\0` })).status).toBe(410);
});

test('a command that is silent for long is still heard of', async () => {
  const socket = await serve((_line, { signal }) => untilAborted(signal));
  const { headers, body } = await ask(socket);
  expect(headers['azimuth-next']).toMatch(/^[0-9a-f-]{36};$/);
  expect([headers['azimuth-stderr'], headers['azimuth-exit'], body]).toEqual([';', undefined, '']);
});

test('a long text on stderr comes in several answers', async () => {
  const text = 'ü'.repeat(5_000);
  const socket = await serve(async (_line, terminal) => {
    terminal.err(text);
    return 4;
  });
  let said = '';
  let body = '\0';
  for (;;) {
    const { headers } = await ask(socket, { body });
    said += headers['azimuth-stderr']?.toString().slice(0, -1) ?? '';
    if (headers['azimuth-exit']) {
      expect(headers['azimuth-exit']).toBe('4;');
      break;
    }
    body = `next=${nextOf(headers)}\0\0`;
  }
  expect(said).toBe(String.raw`\0303\0274`.repeat(5_000));
});

test('a client that hangs up ends its command, and so does one that never comes back', async () => {
  const ended: string[] = [];
  const socket = await serve(async ({ words }, terminal) => {
    if (words[0] === 'talks') terminal.err('hello');
    await untilAborted(terminal.signal);
    ended.push(words[0] ?? '');
    return 1;
  });
  const gone = send(socket, '\0hangsup\0');
  await ask(socket, { body: '\0talks\0' });
  gone.destroy();
  await expect.poll(() => ended.toSorted(), { timeout: 8_000 }).toEqual(['hangsup', 'talks']);
});

test('a command can ask for lines that nobody else reads; each goes in the body of the next request', async () => {
  const socket = await serve(async (_line, terminal) => {
    const first = await terminal.ask('Passphrase: ');
    terminal.err('thanks\n');
    const second = await terminal.ask('Again: ');
    terminal.out(JSON.stringify([first, second]));
    return 0;
  });
  const asked = await ask(socket);
  const again = await ask(socket, {
    body: `next=${nextOf(asked.headers)}\0answer= a=b;'"\\$ \0\0`,
  });
  const more = again.headers['azimuth-ask']
    ? again
    : await ask(socket, { body: `next=${nextOf(again.headers)}\0\0` });
  const last = await ask(socket, { body: `next=${nextOf(more.headers)}\0answer=\0\0` });

  expect(asked.headers).toMatchObject({
    'azimuth-ask': String.raw`Passphrase\0072 ;`,
    'azimuth-stderr': ';',
  });
  expect(again.headers['azimuth-stderr']).toBe(String.raw`thanks\0012;`);
  expect(more.headers['azimuth-ask']).toBe(String.raw`Again\0072 ;`);
  expect([last.headers['azimuth-exit'], JSON.parse(last.body)]).toEqual([
    '0;',
    [` a=b;'"\\$ `, ''],
  ]);
});

test('a question that nobody answers any more ends as if nothing was typed', async () => {
  const typed: string[] = [];
  const bridge = await serve(async (_line, terminal) => {
    const asking = terminal.ask('Passphrase: ');
    terminal.signal.addEventListener('abort', () => void asking.then((line) => typed.push(line)));
    await asking;
    return 1;
  });
  const asked = send(bridge, '\0');
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const next = nextOf(response.headers);
  const leaving = send(bridge, `next=${next}\0\0`);
  // Long enough to arrive, shorter than the silence after which it would be answered.
  setTimeout(() => leaving.destroy(), 300);
  await expect.poll(() => typed, { timeout: 5_000 }).toEqual(['']);
});

test('one who comes before the program is ready waits for it', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'azimuth-early-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true }));
  const bridge = await openBridge(profile, systemClock);
  onTestFinished(() => bridge?.close());
  const early = ask(bridge?.foundAt ?? '', { body: '\0x\0' });
  bridge?.serve(echo);
  expect((await early).body).toBe('["x"]');
});

test('a client that dawdles over its request is cut off', async () => {
  const socket = await serve(echo);
  const connection = createConnection(socket);
  connection.write('POST /v1/command HTTP/1.1\r\nHost: azimuth\r\n');
  const closed = new Promise<string>((resolve) => {
    let text = '';
    connection.on('data', (chunk) => (text += chunk.toString()));
    connection.once('close', () => resolve(text));
  });
  expect(await closed).toContain('408');
});

test('a split header and rubbish are answered with an error and leave the server running', async () => {
  const socket = await serve(echo);
  for (const rubbish of [
    '\0\0\0\r\n\r\n',
    'POST /v1/command HTTP/1.1\r\nHost: azimuth\r\n x: y\r\nBad Header\r\n\r\n',
  ]) {
    const connection = createConnection(socket);
    connection.write(rubbish);
    await new Promise((resolve) => connection.resume().once('close', resolve));
  }
  expect((await ask(socket, { body: '\0x\0' })).body).toBe('["x"]');
});

/** Node's client refuses to announce another length than it sends. */
function rawAsk(socket: string, length: string): Promise<Answered> {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    let text = '';
    connection.on('data', (chunk) => (text += chunk.toString()));
    connection.once('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      const headers = Object.fromEntries(
        lines.map((line) => {
          const [name = '', ...value] = line.split(': ');
          return [name.toLowerCase(), value.join(': ')];
        }),
      );
      resolve({ status: Number(first.split(' ')[1]), headers, body });
    });
    connection.write(
      `POST /v1/command HTTP/1.1\r\nHost: azimuth\r\nContent-Type: application/octet-stream\r\nContent-Length: ${length}\r\n\r\n`,
    );
  });
}

function untilAborted(signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(1), { once: true });
  });
}
