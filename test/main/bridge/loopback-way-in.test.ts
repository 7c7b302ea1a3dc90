import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Key } from '../../../src/main/bridge/key-file.ts';
import { keyFileText, readKeyFile } from '../../../src/main/bridge/key-file.ts';
import { closed, listen } from '../../../src/main/bridge/listen.ts';
import { createLoopbackWayIn } from '../../../src/main/bridge/loopback-way-in.ts';
import type { Bridge } from '../../../src/main/bridge/open-bridge.ts';
import { openBridge } from '../../../src/main/bridge/open-bridge.ts';
import { takeOver } from '../../../src/main/bridge/take-over.ts';
import { systemClock } from '../../../src/main/system-clock.ts';
import { privateFolder } from './private-folder.ts';

const loopback = createLoopbackWayIn(privateFolder);

async function newProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'azimuth-loopback-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true }));
  return profile;
}

async function open(profile: string): Promise<Bridge | undefined> {
  const bridge = await openBridge(profile, systemClock, loopback);
  onTestFinished(() => bridge?.close());
  return bridge;
}

async function keyIn(profile: string): Promise<Key> {
  const key = readKeyFile(await readFile(join(profile, 'run/azimuth.curl'), 'utf8'));
  if (!key) throw new Error('there is no key file');
  return key;
}

interface Ask {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: string;
}

function ask(key: Key, { method = 'POST', path = '/v1/command', headers, body = '' }: Ask = {}) {
  const given = {
    Host: `127.0.0.1:${key.port}`,
    'Azimuth-Secret': key.secret,
    'Azimuth-Step': 'run',
    'Content-Type': 'application/octet-stream',
    'Content-Length': body.length,
    ...headers,
  };
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const sent = httpRequest({
      host: '127.0.0.1',
      port: key.port,
      method,
      path,
      headers: Object.fromEntries(known),
    });
    sent.once('error', reject);
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve({ status: response.statusCode, body: text }));
      response.once('error', reject);
    });
    sent.end(body);
  });
}

test('it listens on the loopback address only, and its key file is for its user only', async () => {
  const profile = await newProfile();
  const bridge = await open(profile);
  expect(bridge?.foundAt).toBe(join(profile, 'run/azimuth.curl'));
  expect(((await stat(bridge?.foundAt ?? '')).mode & 0o777).toString(8)).toBe('600');
  const { port, secret, proof } = await keyIn(profile);
  expect([secret.length, proof.length, secret === proof]).toEqual([43, 43, false]);
  const elsewhere = createConnection({ host: '127.0.0.2', port });
  expect(await new Promise((resolve) => elsewhere.once('error', resolve))).toMatchObject({
    code: 'ECONNREFUSED',
  });
});

const wrong = 'A'.repeat(43);
const hosts = (name: string) => (key: Key) => ({ headers: { Host: `${name}:${key.port}` } });

test.each<[string, number, (key: Key) => Ask]>([
  ['without the secret', 403, () => ({ headers: { 'Azimuth-Secret': undefined } })],
  ['with an empty secret', 403, () => ({ headers: { 'Azimuth-Secret': '' } })],
  ['with a wrong secret', 403, () => ({ headers: { 'Azimuth-Secret': wrong } })],
  ['with a part of it', 403, ({ secret }) => ({ headers: { 'Azimuth-Secret': secret.slice(1) } })],
  ['with the proof for it', 403, ({ proof }) => ({ headers: { 'Azimuth-Secret': proof } })],
  [
    'for the proof, without the secret',
    403,
    () => ({ headers: { 'Azimuth-Secret': wrong, 'Azimuth-Step': 'hello' } }),
  ],
  ['of a web page', 403, () => ({ headers: { Origin: 'https://evil.example' } })],
  [
    'of our own address as a page',
    403,
    ({ port }) => ({ headers: { Origin: `http://127.0.0.1:${port}` } }),
  ],
  ['of a sandboxed page', 403, () => ({ headers: { Origin: 'null' } })],
  ['with cookies', 403, () => ({ headers: { Cookie: 'a=b' } })],
  ['under a name that was bound to our address', 403, hosts('rebound.evil.example')],
  ['under localhost', 403, hosts('localhost')],
  ['under the name of the socket', 403, () => ({ headers: { Host: 'azimuth' } })],
  ['for another port', 403, () => ({ headers: { Host: '127.0.0.1:1' } })],
  ['by GET', 405, () => ({ method: 'GET' })],
  [
    'of a preflight',
    403,
    () => ({ method: 'OPTIONS', headers: { Origin: 'https://evil.example' } }),
  ],
  ['for another path', 404, () => ({ path: '/' })],
  ['of a form', 415, () => ({ headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })],
  [
    'of no length',
    411,
    () => ({ headers: { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' } }),
  ],
  ['of more than 1 MiB', 413, () => ({ headers: { 'Content-Length': 1_048_577 } })],
])('a request %s is answered with %i, and nothing is run', async (_what, status, asked) => {
  const profile = await newProfile();
  const bridge = await open(profile);
  const ran: unknown[] = [];
  bridge?.serve(async (line) => ran.push(line));
  const key = await keyIn(profile);
  const answered = await ask(key, asked(key));
  expect([answered.status, answered.body, ran]).toEqual([status, '', []]);
});

test('one that dawdles is cut off', async () => {
  const profile = await newProfile();
  await open(profile);
  const { port } = await keyIn(profile);
  const connection = createConnection({ host: '127.0.0.1', port });
  connection.write(`POST /v1/command HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
  let text = '';
  connection.on('data', (part) => (text += part.toString()));
  await new Promise((resolve) => connection.once('close', resolve));
  expect(text).toContain('408');
});

test('a profile has one listener; the next one gets it when the first has left, with another secret', async () => {
  const profile = await newProfile();
  const first = await open(profile);
  const before = await keyIn(profile);
  expect(await open(profile)).toBeUndefined();
  expect(await keyIn(profile)).toEqual(before);
  await first?.close();
  expect(await readdir(join(profile, 'run'))).toEqual([]);
  expect(await open(profile)).toBeDefined();
  expect((await keyIn(profile)).secret).not.toBe(before.secret);
});

test('what a killed one left is replaced, also where another program has its port by now', async () => {
  const profile = await newProfile();
  const path = join(profile, 'run/azimuth.curl');
  await privateFolder(dirname(path));
  const asked: unknown[] = [];
  const other = createServer((request, response) => {
    asked.push(request.headers['azimuth-step']);
    response.end('azimuth is me\n');
  });
  await listen(other, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => closed(other));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await writeFile(path, keyFileText({ port, secret: wrong, proof: 'B'.repeat(43) }));
  expect(await open(profile)).toBeDefined();
  expect(asked).toContain('hello');
  expect((await keyIn(profile)).port).not.toBe(port);
});

test('a start that can not place its key file leaves no port open', async () => {
  const profile = await newProfile();
  await privateFolder(join(profile, 'run/azimuth.curl'));
  const server = createServer();
  await expect(loopback.claim(profile, () => server)).rejects.toThrow('directory');
  expect([server.listening, await readdir(join(profile, 'run'))]).toEqual([
    false,
    [expect.any(String)],
  ]);
});

test('a file that makes no sense is replaced', async () => {
  const profile = await newProfile();
  await privateFolder(join(profile, 'run'));
  await writeFile(join(profile, 'run/azimuth.curl'), 'url = "http://evil.example/"\n');
  expect(await open(profile)).toBeDefined();
});

test('a program with a window takes the profile over from one without', async () => {
  const profile = await newProfile();
  const other = await open(profile);
  const asked: string[] = [];
  other?.serve(async ({ words }, { out }) => {
    asked.push(words.join(' '));
    if (words[0] === 'quit') void other.close();
    else out('{"host": "headless", "accounts": [], "accountsLast": true}\n');
    return 0;
  });
  const nobodyToAsk = () => Promise.reject(new Error('nobody is to be asked'));
  const bridge = await takeOver(profile, systemClock, nobodyToAsk, loopback);
  onTestFinished(() => bridge?.close());
  expect([asked, bridge !== undefined]).toEqual([['status --output json', 'quit'], true]);
});
